// `string.format`. Items are bounded; `%s` and `%q` look at the kill flag; `%p` would show an address and is refused.

#include "internal.h"

#include "strings.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

enum { ITEM = 120, LONG_ITEM = 110 + 308, SPECIFICATION = 32 };

static void add_quoted(xl_buffer *b, const char *s, size_t n) {
  xl_buffer_byte(b, '"');
  for (size_t i = 0; i < n; i++) {
    if ((i & 65535) == 65535) xl_poll(b->L, b->e);
    unsigned char c = (unsigned char)s[i];
    if (c == '"' || c == '\\' || c == '\n') {
      xl_buffer_byte(b, '\\');
      xl_buffer_byte(b, (char)c);
    } else if (c < 32 || c == 127) {
      char text[8];
      bool digit_follows = s[i + 1] >= '0' && s[i + 1] <= '9';
      int length = snprintf(text, sizeof text, digit_follows ? "\\%03d" : "\\%d", c);
      xl_buffer_add(b, text, (size_t)length);
    } else {
      xl_buffer_byte(b, (char)c);
    }
  }
  xl_buffer_byte(b, '"');
}

static void add_literal(lua_State *L, xl_buffer *b, int index) {
  char text[ITEM];
  int n = 0;
  switch (lua_type(L, index)) {
  case LUA_TSTRING: {
    size_t length;
    const char *s = lua_tolstring(L, index, &length);
    add_quoted(b, s, length);
    return;
  }
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      lua_Integer i = lua_tointeger(L, index);
      n = snprintf(text, sizeof text, i == LUA_MININTEGER ? "0x%llx" : "%lld", (long long)i);
    } else {
      double d = lua_tonumber(L, index);
      if (isinf(d))
        n = snprintf(text, sizeof text, d > 0 ? "1e9999" : "-1e9999");
      else if (isnan(d))
        n = snprintf(text, sizeof text, "(0/0)");
      else
        n = snprintf(text, sizeof text, "%a", d);
    }
    break;
  case LUA_TNIL: n = snprintf(text, sizeof text, "nil"); break;
  case LUA_TBOOLEAN: n = snprintf(text, sizeof text, lua_toboolean(L, index) ? "true" : "false"); break;
  default: luaL_argerror(L, index, "value has no literal form");
  }
  xl_buffer_add(b, text, (size_t)n);
}

static const char *two_digits(const char *s) {
  for (int i = 0; i < 2 && isdigit((unsigned char)*s); i++) s++;
  return s;
}

static void check(lua_State *L, const char *specification, const char *flags, bool precision) {
  const char *s = specification + 1;
  s += strspn(s, flags);
  if (*s != '0') {
    s = two_digits(s);
    if (*s == '.' && precision) s = two_digits(s + 1);
  }
  if (!isalpha((unsigned char)*s)) luaL_error(L, "invalid conversion specification: '%s'", specification);
}

static void widen(char *specification) {  // "%5d" → "%5lld"
  size_t n = strlen(specification);
  char last = specification[n - 1];
  memcpy(specification + n - 1, "ll", 2);
  specification[n + 1] = last;
  specification[n + 2] = 0;
}

int xl_string_format(lua_State *L) {
  int top = lua_gettop(L), argument = 1;
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length), *end = s + length;
  xl_buffer b;
  xl_buffer_open(L, &b);
  while (s < end) {
    xl_poll(L, b.e);  // an argument may be a megabyte to read
    if (*s != '%') {
      const char *mark = memchr(s, '%', (size_t)(end - s));
      if (!mark) mark = end;
      xl_buffer_add(&b, s, (size_t)(mark - s));
      s = mark;
      continue;
    }
    if (*++s == '%') {
      xl_buffer_byte(&b, *s++);
      continue;
    }
    if (++argument > top) return luaL_argerror(L, argument, "no value");
    char specification[SPECIFICATION];
    size_t n = strspn(s, "-+#0 123456789.") + 1;
    if (n >= SPECIFICATION - 10) return luaL_error(L, "invalid format (too long)");
    specification[0] = '%';
    memcpy(specification + 1, s, n);
    specification[n + 1] = 0;
    s += n;
    char kind = s[-1];
    const char *flags = "-+#0 ";
    switch (kind) {
    case 'c': {
      check(L, specification, "-", false);
      int c = (int)luaL_checkinteger(L, argument);
      char *to = xl_buffer_reserve(&b, ITEM);
      b.length += (size_t)snprintf(to, ITEM, specification, c);
      break;
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      flags = kind == 'u' ? "-0" : kind == 'd' || kind == 'i' ? "-+0 " : "-#0";
      long long value = luaL_checkinteger(L, argument);
      check(L, specification, flags, true);
      widen(specification);
      char *to = xl_buffer_reserve(&b, ITEM);
      b.length += (size_t)snprintf(to, ITEM, specification, value);
      break;
    }
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G': {
      if (kind == 'a' || kind == 'A') check(L, specification, flags, true);
      double value = luaL_checknumber(L, argument);
      check(L, specification, flags, true);
      if (isnan(value)) value = NAN;  // without a sign
      char *to = xl_buffer_reserve(&b, LONG_ITEM);
      b.length += (size_t)snprintf(to, LONG_ITEM, specification, value);
      break;
    }
    case 'q':
      if (specification[2]) return luaL_error(L, "specifier '%%q' cannot have modifiers");
      add_literal(L, &b, argument);
      break;
    case 's': {
      xl_push_description(L, argument);
      size_t size;
      const char *text = lua_tolstring(L, -1, &size);
      if (!specification[2]) {
        xl_buffer_add(&b, text, size);
      } else {
        luaL_argcheck(L, size == strlen(text), argument, "string contains zeros");
        check(L, specification, "-", true);
        if (!strchr(specification, '.') && size >= 100) {
          xl_buffer_add(&b, text, size);
        } else {
          char *to = xl_buffer_reserve(&b, ITEM);
          b.length += (size_t)snprintf(to, ITEM, specification, text);
        }
      }
      lua_pop(L, 1);
      break;
    }
    case 'p': return luaL_error(L, "invalid conversion '%s' to 'format': addresses are not shown", specification);
    default: return luaL_error(L, "invalid conversion '%s' to 'format'", specification);
    }
  }
  xl_buffer_push(&b);
  return 1;
}
