// A look at the source before the library compiles it: refuses what the library could not survive.
//
// `_ENV`             wrong code for `<const>` environments, and a way past the environment;
// long suffix chains naming an error walks them recursively and for each again: a 64 KB source overflows a 2 MB stack;
// deep nesting       the library gives up with a message about its own C stack (see nesting.c);
// a binary chunk     the library does not verify bytecode (mode "t" refuses it too).
//
// It understands tokens, not the grammar: what is no Lua at all is left to the compiler's own message.

#include "internal.h"
#include "nesting.h"

#include <ctype.h>
#include <stdio.h>

enum { MOST_SUFFIXES = 200 };

typedef struct scanner {
  const char *at, *end;
  int line;
} scanner;

static bool letter(char c) { return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }

// The level of a long bracket that begins here, or -1.
static int long_level(const scanner *s) {
  const char *p = s->at + 1;
  int level = 0;
  while (p < s->end && *p == '=') p++, level++;
  return p < s->end && *p == '[' ? level : -1;
}

static void skip_long(scanner *s, int level) {
  s->at += level + 2;
  while (s->at < s->end) {
    if (*s->at == '\n') s->line++;
    if (*s->at == ']' && s->end - s->at >= level + 2 && s->at[level + 1] == ']') {
      int i = 1;
      while (i <= level && s->at[i] == '=') i++;
      if (i > level) {
        s->at += level + 2;
        return;
      }
    }
    s->at++;
  }
}

static void skip_quoted(scanner *s) {
  char quote = *s->at++;
  while (s->at < s->end && *s->at != quote && *s->at != '\n') {
    if (*s->at == '\\' && s->end - s->at > 1) {
      s->at++;
      if (*s->at == '\n') s->line++;
      if (*s->at == 'z') {
        s->at++;
        while (s->at < s->end && isspace((unsigned char)*s->at)) {
          if (*s->at == '\n') s->line++;
          s->at++;
        }
        continue;
      }
    }
    s->at++;
  }
  if (s->at < s->end && *s->at == quote) s->at++;
}

static void skip_number(scanner *s) {
  bool hexadecimal = s->end - s->at > 1 && s->at[0] == '0' && (s->at[1] | 0x20) == 'x';
  while (s->at < s->end && (isalnum((unsigned char)*s->at) || *s->at == '.')) {
    char c = *s->at++ | 0x20;
    if (c == (hexadecimal ? 'p' : 'e') && s->at < s->end && (*s->at == '+' || *s->at == '-')) s->at++;
  }
}

// The length of the operator that begins here.
static size_t operator_length(const scanner *s) {
  char c = *s->at, next = s->end - s->at > 1 ? s->at[1] : 0;
  if (c == '.' && next == '.') return s->end - s->at > 2 && s->at[2] == '.' ? 3 : 2;
  if ((c == '<' || c == '>' || c == '/' || c == ':' || c == '=') && next == c) return 2;
  return (c == '<' || c == '>' || c == '~') && next == '=' ? 2 : 1;
}

static bool keyword(const char *name, size_t length) {
  static const char *const words[] = {"and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto",
    "if", "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while", NULL};
  for (const char *const *w = words; *w; w++)
    if (strlen(*w) == length && memcmp(*w, name, length) == 0) return true;
  return false;
}

int xl_scan(const char *bytes, size_t length, const char *name, char *message, size_t room) {
  scanner s = {bytes, bytes + length, 1};
  const char *shown = name[0] == '@' || name[0] == '=' ? name + 1 : name;
  if (length && bytes[0] == LUA_SIGNATURE[0]) {
    snprintf(message, room, "%.60s:1: a binary chunk is not accepted", shown);
    return 0;
  }
  int chain[XL_MOST_BRACKETS + 1];  // suffixes in a row, for each open bracket
  int depth = 0;
  chain[0] = 0;
  bool value = false;  // the last token can carry a suffix
  bool after_dot = false;
  xl_nesting nesting;
  xl_nesting_begin(&nesting);
  while (s.at < s.end) {
    char c = *s.at;
    if (c == '\n') {
      s.line++;
      s.at++;
      continue;
    }
    if (isspace((unsigned char)c)) {
      s.at++;
      continue;
    }
    if (c == '-' && s.end - s.at > 1 && s.at[1] == '-') {
      s.at += 2;
      int level = s.at < s.end && *s.at == '[' ? long_level(&s) : -1;
      if (level >= 0)
        skip_long(&s, level);
      else
        while (s.at < s.end && *s.at != '\n') s.at++;
      continue;
    }
    bool suffix = false, is_value = false;
    const char *start = s.at;
    bool literal = false;
    if (letter(c)) {
      while (s.at < s.end && (letter(*s.at) || isdigit((unsigned char)*s.at))) s.at++;
      size_t n = (size_t)(s.at - start);
      if (n == 4 && memcmp(start, "_ENV", 4) == 0) {
        snprintf(message, room, "%.60s:%d: `_ENV` is not available", shown, s.line);
        return 0;
      }
      is_value = !keyword(start, n) || (n == 3 && memcmp(start, "end", 3) == 0);
      if (after_dot)
        suffix = true;
      else
        chain[depth] = 0;
      after_dot = false;
    } else if (c == '"' || c == '\'') {
      skip_quoted(&s);
      if (!value) chain[depth] = 0;
      suffix = value;
      is_value = literal = true;
    } else if (c == '[' && long_level(&s) >= 0) {
      skip_long(&s, long_level(&s));
      if (!value) chain[depth] = 0;
      suffix = value;
      is_value = literal = true;
    } else if (isdigit((unsigned char)c)) {
      skip_number(&s);
      chain[depth] = 0;
      is_value = literal = true;
    } else if (c == '(' || c == '[' || c == '{') {
      if (!value) chain[depth] = 0;
      if (value && ++chain[depth] > MOST_SUFFIXES) goto too_long;
      if (depth == XL_MOST_BRACKETS) goto too_deep;
      chain[++depth] = 0;
      s.at++;
    } else if (c == ')' || c == ']' || c == '}') {
      if (depth > 0) depth--;
      s.at++;
      is_value = true;
    } else if ((c == '.' || c == ':') && value && s.end - s.at > 1 && s.at[1] != c) {
      after_dot = true;
      s.at++;
    } else {
      chain[depth] = 0;
      after_dot = false;
      s.at += operator_length(&s);
    }
    xl_nesting_token(&nesting, literal ? "\"" : start, literal ? 1 : (size_t)(s.at - start));
    if (nesting.too_deep) goto too_deep;
    if (suffix && ++chain[depth] > MOST_SUFFIXES) goto too_long;
    value = is_value;
  }
  return 1;
too_deep:
  snprintf(message, room, "%.60s:%d: blocks, functions, brackets or operators are nested more than %d deep", shown, s.line,
    XL_MOST_NESTING);
  return 0;
too_long:
  snprintf(message, room, "%.60s:%d: more than %d fields, indices or calls in a row", shown, s.line, MOST_SUFFIXES);
  return 0;
}
