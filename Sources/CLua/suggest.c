// "Did you mean": the nearest of a set of names.

#include "internal.h"

enum { LONGEST = 48 };

// Edit distance with neighbouring letters swapped counted as one.
static int distance(const char *a, size_t n, const char *b, size_t m) {
  int rows[3][LONGEST + 1];
  for (size_t j = 0; j <= m; j++) rows[0][j] = (int)j;
  for (size_t i = 1; i <= n; i++) {
    int *now = rows[i % 3], *last = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
    now[0] = (int)i;
    for (size_t j = 1; j <= m; j++) {
      int best = last[j - 1] + (a[i - 1] != b[j - 1]);
      if (last[j] + 1 < best) best = last[j] + 1;
      if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < best)
        best = before[j - 2] + 1;
      now[j] = best;
    }
  }
  return rows[n % 3][m];
}

void xl_suggest_begin(xl_suggestion *s, const char *wanted, size_t length) {
  s->wanted = wanted;
  s->length = length;
  s->distance = 1 + (int)(length / 3);
  s->best[0] = 0;
}

// Among equally near names the first in byte order is taken, so that hash order never shows.
void xl_suggest_offer(xl_suggestion *s, const char *name, size_t length) {
  if (s->length > LONGEST || length > LONGEST || length == 0 || length >= sizeof s->best) return;
  int d = distance(s->wanted, s->length, name, length);
  if (d >= (int)s->length || d >= (int)length) return;
  char text[sizeof s->best];
  memcpy(text, name, length);
  text[length] = 0;
  if (d < s->distance || (d == s->distance && (!s->best[0] || strcmp(text, s->best) < 0))) {
    s->distance = d;
    memcpy(s->best, text, length + 1);
  }
}
