// Lua patterns: `find`, `match`, `gmatch`, `gsub`. Same results and messages as the library's own, but every step looks at
// the kill flag: a pattern such as ".-.-.-.-x" takes time with a high power of the subject's length.

#include "internal.h"

#include "strings.h"

enum { MOST_CAPTURES = 32, MOST_DEPTH = 200, OPEN = -1, POSITION = -2 };

typedef struct matcher {
  lua_State *L;
  xl_engine *e;
  const char *start, *end;  // subject
  const char *pattern_end;
  int depth;
  int count;  // captures, open ones included
  struct {
    const char *at;
    ptrdiff_t length;
  } capture[MOST_CAPTURES];
} matcher;

// ASCII, whatever the locale.
enum { ALPHA = 1, DIGIT = 2, LOWER = 4, UPPER = 8, SPACE = 16, CNTRL = 32, PUNCT = 64, HEX = 128 };
static unsigned char classes[256];

__attribute__((constructor)) static void fill_classes(void) {
  for (int c = 0; c < 128; c++) {
    unsigned char k = 0;
    bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
    if (lower || upper) k |= ALPHA;
    if (lower) k |= LOWER;
    if (upper) k |= UPPER;
    if (digit) k |= DIGIT;
    if (digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) k |= HEX;
    if (c == ' ' || (c >= '\t' && c <= '\r')) k |= SPACE;
    if (c < 32 || c == 127) k |= CNTRL;
    if (c > 32 && c < 127 && !lower && !upper && !digit) k |= PUNCT;
    classes[c] = k;
  }
}

static bool in_class(unsigned char c, unsigned char name) {
  unsigned char k = classes[c];
  bool in;
  switch (name | 32) {
  case 'a': in = k & ALPHA; break;
  case 'c': in = k & CNTRL; break;
  case 'd': in = k & DIGIT; break;
  case 'g': in = k & (ALPHA | DIGIT | PUNCT); break;
  case 'l': in = k & LOWER; break;
  case 'p': in = k & PUNCT; break;
  case 's': in = k & SPACE; break;
  case 'u': in = k & UPPER; break;
  case 'w': in = k & (ALPHA | DIGIT); break;
  case 'x': in = k & HEX; break;
  default: return name == c;
  }
  return classes[name] & UPPER ? !in : in;
}

// The letters above are classes only as letters: '\x01' | 32 is not one.
static bool class_matches(unsigned char c, unsigned char name) {
  if (!(classes[name] & ALPHA)) return name == c;
  if (name == 'z' || name == 'Z') return (name == 'z') == (c == 0);
  return in_class(c, name);
}

// Where the single-character item that begins at `p` ends.
static const char *item_end(matcher *m, const char *p) {
  if (*p == '%') {
    if (XL_UNLIKELY(p + 1 == m->pattern_end)) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 2;
  }
  if (*p != '[') return p + 1;
  p++;
  if (*p == '^') p++;
  do {
    if (XL_UNLIKELY(p == m->pattern_end)) luaL_error(m->L, "malformed pattern (missing ']')");
    if (*p++ == '%' && p < m->pattern_end) p++;
  } while (*p != ']');
  return p + 1;
}

// `p` is at '[', `last` at the final ']'.
static bool in_set(unsigned char c, const char *p, const char *last) {
  bool in = true;
  if (p[1] == '^') {
    in = false;
    p++;
  }
  while (++p < last) {
    if (*p == '%') {
      p++;
      if (class_matches(c, (unsigned char)*p)) return in;
    } else if (p[1] == '-' && p + 2 < last) {
      if ((unsigned char)*p <= c && c <= (unsigned char)p[2]) return in;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return in;
    }
  }
  return !in;
}

// Is the character at `s` one of the item from `p` to `ep`?
static inline bool one(const matcher *m, const char *s, const char *p, const char *ep) {
  if (s >= m->end) return false;
  unsigned char c = (unsigned char)*s;
  switch (*p) {
  case '.': return true;
  case '%': return class_matches(c, (unsigned char)p[1]);
  case '[': return in_set(c, p, ep - 1);
  default: return (unsigned char)*p == c;
  }
}

static const char *match(matcher *m, const char *s, const char *p);

static const char *balanced(matcher *m, const char *s, const char *p) {
  if (XL_UNLIKELY(p >= m->pattern_end - 1)) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->end || *s != *p) return NULL;
  char open = *p, close = p[1];
  int depth = 1;
  while (++s < m->end) {
    if (((uintptr_t)s & 4095) == 0) xl_poll(m->L, m->e);
    if (*s == close) {
      if (--depth == 0) return s + 1;
    } else if (*s == open) {
      depth++;
    }
  }
  return NULL;
}

static const char *longest(matcher *m, const char *s, const char *p, const char *ep) {
  ptrdiff_t n = 0;
  // A set of a megabyte takes a millisecond for each character.
  ptrdiff_t every = ep - p > 64 ? 0 : 4095;
  while (one(m, s + n, p, ep)) {
    if ((++n & every) == 0) xl_poll(m->L, m->e);
  }
  for (; n >= 0; n--) {
    const char *end = match(m, s + n, ep + 1);
    if (end) return end;
  }
  return NULL;
}

static const char *shortest(matcher *m, const char *s, const char *p, const char *ep) {
  for (;;) {
    const char *end = match(m, s, ep + 1);
    if (end) return end;
    if (!one(m, s, p, ep)) return NULL;
    s++;
  }
}

static const char *open_capture(matcher *m, const char *s, const char *p, ptrdiff_t what) {
  if (m->count >= MOST_CAPTURES) luaL_error(m->L, "too many captures");
  m->capture[m->count].at = s;
  m->capture[m->count].length = what;
  m->count++;
  const char *end = match(m, s, p);
  if (!end) m->count--;
  return end;
}

static const char *close_capture(matcher *m, const char *s, const char *p) {
  int i = m->count - 1;
  while (i >= 0 && m->capture[i].length != OPEN) i--;
  if (i < 0) luaL_error(m->L, "invalid pattern capture");
  m->capture[i].length = s - m->capture[i].at;
  const char *end = match(m, s, p);
  if (!end) m->capture[i].length = OPEN;
  return end;
}

static const char *same_again(matcher *m, const char *s, int digit) {
  int i = digit - '1';
  if (i < 0 || i >= m->count || m->capture[i].length == OPEN) luaL_error(m->L, "invalid capture index %%%d", i + 1);
  size_t n = (size_t)m->capture[i].length;
  // (A position capture has length -2, so as in the original it never matches.)
  if ((size_t)(m->end - s) >= n && memcmp(m->capture[i].at, s, n) == 0) return s + n;
  return NULL;
}

static bool frontier(const matcher *m, const char *s, const char *p, const char *ep) {
  unsigned char before = s == m->start ? 0 : (unsigned char)s[-1];
  return !in_set(before, p, ep - 1) && in_set((unsigned char)*s, p, ep - 1);
}

// The end of the match of the pattern from `p` on at `s`, or NULL.
static const char *match(matcher *m, const char *s, const char *p) {
  if (XL_UNLIKELY(m->depth-- == 0)) luaL_error(m->L, "pattern too complex");
  while (s && p != m->pattern_end) {
    xl_poll(m->L, m->e);
    switch (*p) {
    case '(':
      s = p[1] == ')' ? open_capture(m, s, p + 2, POSITION) : open_capture(m, s, p + 1, OPEN);
      goto out;
    case ')': s = close_capture(m, s, p + 1); goto out;
    case '$':
      if (p + 1 != m->pattern_end) break;
      if (s != m->end) s = NULL;
      goto out;
    case '%':
      switch (p[1]) {
      case 'b':
        s = balanced(m, s, p + 2);
        p += 4;
        continue;
      case 'f': {
        p += 2;
        if (XL_UNLIKELY(*p != '[')) luaL_error(m->L, "missing '[' after '%%f' in pattern");
        const char *ep = item_end(m, p);
        if (!frontier(m, s, p, ep)) s = NULL;
        p = ep;
        continue;
      }
      case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        s = same_again(m, s, p[1]);
        p += 2;
        continue;
      default: break;
      }
      break;
    default: break;
    }
    const char *ep = item_end(m, p);
    switch (*ep) {
    case '?': {
      const char *end;
      if (one(m, s, p, ep) && (end = match(m, s + 1, ep + 1))) {
        s = end;
        goto out;
      }
      p = ep + 1;
      continue;
    }
    case '+': s = one(m, s, p, ep) ? longest(m, s + 1, p, ep) : NULL; goto out;
    case '*': s = longest(m, s, p, ep); goto out;
    case '-': s = shortest(m, s, p, ep); goto out;
    default:
      s = one(m, s, p, ep) ? s + 1 : NULL;
      p = ep;
      continue;
    }
  }
out:
  m->depth++;
  return s;
}

static void begin(matcher *m, lua_State *L, const char *s, size_t length, const char *p, size_t pattern_length) {
  m->L = L;
  m->e = xl_of(L);
  m->start = s;
  m->end = s + length;
  m->pattern_end = p + pattern_length;
}

static const char *attempt(matcher *m, const char *s, const char *p) {
  m->depth = MOST_DEPTH;
  m->count = 0;
  return match(m, s, p);
}

// Text of capture `i`, the whole match standing for the first where there are none. A position is pushed instead.
static ptrdiff_t capture_at(matcher *m, int i, const char *s, const char *end, const char **text) {
  if (i >= m->count) {
    if (i != 0) luaL_error(m->L, "invalid capture index %%%d", i + 1);
    *text = s;
    return end - s;
  }
  ptrdiff_t n = m->capture[i].length;
  *text = m->capture[i].at;
  if (XL_UNLIKELY(n == OPEN)) luaL_error(m->L, "unfinished capture");
  if (n == POSITION) lua_pushinteger(m->L, m->capture[i].at - m->start + 1);
  return n;
}

static void push_capture(matcher *m, int i, const char *s, const char *end) {
  const char *text;
  ptrdiff_t n = capture_at(m, i, s, end, &text);
  if (n != POSITION) lua_pushlstring(m->L, text, (size_t)n);
}

static int push_captures(matcher *m, const char *s, const char *end) {
  int n = m->count == 0 && s ? 1 : m->count;
  luaL_checkstack(m->L, n, "too many captures");
  for (int i = 0; i < n; i++) push_capture(m, i, s, end);
  return n;
}

static bool special(lua_State *L, const char *p, size_t n) {
  static const bool is[256] = {['^'] = 1, ['$'] = 1, ['*'] = 1, ['+'] = 1, ['?'] = 1, ['.'] = 1, ['('] = 1, ['['] = 1,
    ['%'] = 1, ['-'] = 1};
  xl_engine *e = xl_of(L);
  for (size_t i = 0; i < n; i++) {
    if ((i & 65535) == 65535) xl_poll(L, e);
    if (is[(unsigned char)p[i]]) return true;
  }
  return false;
}

// Quadratic, without a preparation: for what is short.
static const char *find_short(const char *s, size_t n, const char *p, size_t pn) {
  if (pn == 0) return s;
  for (const char *end = s + n - pn + 1; s < end && (s = memchr(s, *p, (size_t)(end - s))); s++) {
    if (memcmp(s + 1, p + 1, pn - 1) == 0) return s;
  }
  return NULL;
}

// Linear (two-way search), in pieces between looks at the kill flag.
static const char *find_plain(lua_State *L, const char *s, size_t n, const char *p, size_t pn) {
  if (pn > n) return NULL;
  if (n <= 4096 && (n - pn) * pn <= 1 << 18) return find_short(s, n, p, pn);
  xl_engine *e = xl_of(L);
  size_t piece = (size_t)1 << 20;
  while (piece < 4 * pn) piece *= 2;
  for (;;) {
    const char *hit = memmem(s, n < piece ? n : piece, p, pn);
    if (hit || n <= piece) return hit;
    xl_poll(L, e);
    s += piece - pn + (pn > 0);
    n -= piece - pn + (pn > 0);
  }
}

// If a match can only begin with one certain character, that one; else -1.
static int first_character(const char *p, const char *end) {
  if (p == end || strchr("^$*+?.([%-)", *p)) return -1;
  if (p + 1 < end && strchr("*?-", p[1])) return -1;
  return (unsigned char)*p;
}

static int search(lua_State *L, bool find) {
  size_t n, pn;
  const char *s = luaL_checklstring(L, 1, &n);
  const char *p = luaL_checklstring(L, 2, &pn);
  size_t init = xl_start_position(luaL_optinteger(L, 3, 1), n) - 1;
  if (init > n) {
    lua_pushnil(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || !special(L, p, pn))) {
    const char *hit = find_plain(L, s + init, n - init, p, pn);
    if (hit) {
      lua_pushinteger(L, hit - s + 1);
      lua_pushinteger(L, hit - s + (ptrdiff_t)pn);
      return 2;
    }
    lua_pushnil(L);
    return 1;
  }
  matcher m;
  bool anchored = *p == '^';
  if (anchored) p++, pn--;
  begin(&m, L, s, n, p, pn);
  int first = anchored ? -1 : first_character(p, m.pattern_end);
  for (const char *at = s + init; at <= m.end; at++) {
    if (first >= 0) {
      const char *next = at;
      while (next < m.end) {
        size_t left = (size_t)(m.end - next), piece = left < (1 << 20) ? left : 1 << 20;
        const char *hit = memchr(next, first, piece);
        if (hit) {
          next = hit;
          break;
        }
        next += piece;
        xl_poll(L, m.e);
      }
      if (next < m.end) at = next;
      else at = m.end;  // (the pattern may still be malformed)
    }
    const char *end = attempt(&m, at, p);
    if (end) {
      if (!find) return push_captures(&m, at, end);
      lua_pushinteger(L, at - s + 1);
      lua_pushinteger(L, end - s);
      return push_captures(&m, NULL, NULL) + 2;
    }
    if (anchored) break;
  }
  lua_pushnil(L);
  return 1;
}

int xl_string_find(lua_State *L) { return search(L, true); }
int xl_string_match(lua_State *L) { return search(L, false); }

typedef struct gmatch_state {
  const char *at, *pattern, *last;
  matcher m;
} gmatch_state;

static int gmatch_next(lua_State *L) {
  gmatch_state *g = lua_touserdata(L, lua_upvalueindex(3));
  g->m.L = L;
  for (const char *s = g->at; s <= g->m.end; s++) {
    const char *end = attempt(&g->m, s, g->pattern);
    if (end && end != g->last) {
      g->at = g->last = end;
      return push_captures(&g->m, s, end);
    }
  }
  return 0;
}

int xl_string_gmatch(lua_State *L) {
  size_t n, pn;
  const char *s = luaL_checklstring(L, 1, &n);
  const char *p = luaL_checklstring(L, 2, &pn);
  size_t init = xl_start_position(luaL_optinteger(L, 3, 1), n) - 1;
  lua_settop(L, 2);  // the closure keeps both strings
  gmatch_state *g = lua_newuserdatauv(L, sizeof *g, 0);
  if (init > n) init = n + 1;
  begin(&g->m, L, s, n, p, pn);
  g->at = s + init;
  g->pattern = p;
  g->last = NULL;
  lua_pushcclosure(L, gmatch_next, 3);
  return 1;
}

// Adds the replacement text (argument 3) with its %0…%9.
static void add_text(matcher *m, xl_buffer *b, const char *s, const char *end) {
  size_t n;
  const char *text = lua_tolstring(m->L, 3, &n);
  const char *mark;
  while ((mark = memchr(text, '%', n))) {
    xl_poll(m->L, m->e);
    xl_buffer_add(b, text, (size_t)(mark - text));
    mark++;
    if (*mark == '%') {
      xl_buffer_byte(b, '%');
    } else if (*mark == '0') {
      xl_buffer_add(b, s, (size_t)(end - s));
    } else if (*mark >= '1' && *mark <= '9') {
      const char *capture;
      ptrdiff_t length = capture_at(m, *mark - '1', s, end, &capture);
      if (length == POSITION) {
        size_t digits;
        const char *position = lua_tolstring(m->L, -1, &digits);
        xl_buffer_add(b, position, digits);
        lua_pop(m->L, 1);
      } else {
        xl_buffer_add(b, capture, (size_t)length);
      }
    } else {
      luaL_error(m->L, "invalid use of '%c' in replacement string", '%');
    }
    n -= (size_t)(mark + 1 - text);
    text = mark + 1;
  }
  xl_buffer_add(b, text, n);
}

// True if the subject was changed.
static bool add_replacement(matcher *m, xl_buffer *b, const char *s, const char *end, int type) {
  lua_State *L = m->L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    int n = push_captures(m, s, end);
    lua_call(L, n, 1);
  } else if (type == LUA_TTABLE) {
    push_capture(m, 0, s, end);
    lua_gettable(L, 3);
  } else {
    add_text(m, b, s, end);
    return true;
  }
  bool changed = lua_toboolean(L, -1);
  if (!changed) {
    xl_buffer_add(b, s, (size_t)(end - s));
  } else if (lua_isstring(L, -1)) {
    size_t n;
    const char *text = lua_tolstring(L, -1, &n);
    xl_buffer_add(b, text, n);
  } else {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  lua_pop(L, 1);
  return changed;
}

int xl_string_gsub(lua_State *L) {
  size_t n, pn;
  const char *s = luaL_checklstring(L, 1, &n);
  const char *p = luaL_checklstring(L, 2, &pn);
  int type = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)n + 1);
  luaL_argexpected(
    L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
    "string/function/table");
  if (type == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
  bool anchored = *p == '^', changed = false;
  if (anchored) p++, pn--;
  matcher m;
  begin(&m, L, s, n, p, pn);
  lua_settop(L, 4);
  xl_buffer b;
  xl_buffer_open(L, &b);
  const char *last = NULL;
  lua_Integer done = 0;
  while (done < most) {
    const char *end = attempt(&m, s, p);
    if (end && end != last) {
      done++;
      changed |= add_replacement(&m, &b, s, end, type);
      s = last = end;
    } else if (s < m.end) {
      xl_buffer_byte(&b, *s++);
    } else {
      break;
    }
    if (anchored) break;
  }
  if (changed) {
    xl_buffer_add(&b, s, (size_t)(m.end - s));
    xl_buffer_push(&b);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, done);
  return 2;
}
