// The string library. What can be long looks at the kill flag; what grows goes through `xl_buffer`.

#include "internal.h"

#include "strings.h"

enum { PIECE = 65536 };

static int string_len(lua_State *L) {
  size_t n;
  luaL_checklstring(L, 1, &n);
  lua_pushinteger(L, (lua_Integer)n);
  return 1;
}

static int string_sub(lua_State *L) {
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  size_t first = xl_start_position(luaL_checkinteger(L, 2), n);
  size_t last = xl_end_position(luaL_optinteger(L, 3, -1), n);
  if (first <= last)
    lua_pushlstring(L, s + first - 1, last - first + 1);
  else
    lua_pushliteral(L, "");
  return 1;
}

static unsigned char lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static unsigned char upper(unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

static int map(lua_State *L, unsigned char (*change)(unsigned char)) {
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  xl_buffer b;
  xl_buffer_open(L, &b);
  char *to = xl_buffer_reserve(&b, n);
  for (size_t i = 0; i < n; i++) {
    if (i % PIECE == 0) xl_poll(L, b.e);
    to[i] = (char)change((unsigned char)s[i]);
  }
  b.length = n;
  xl_buffer_push(&b);
  return 1;
}

static int string_lower(lua_State *L) { return map(L, lower); }
static int string_upper(lua_State *L) { return map(L, upper); }

static int string_reverse(lua_State *L) {
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  xl_buffer b;
  xl_buffer_open(L, &b);
  char *to = xl_buffer_reserve(&b, n);
  for (size_t i = 0; i < n; i++) {
    if (i % PIECE == 0) xl_poll(L, b.e);
    to[i] = s[n - 1 - i];
  }
  b.length = n;
  xl_buffer_push(&b);
  return 1;
}

// Refused before it is made when it would be too long.
static int string_rep(lua_State *L) {
  size_t n, separator_length;
  const char *s = luaL_checklstring(L, 1, &n);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_length);
  if (times <= 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (n + separator_length > (size_t)INT64_MAX / (size_t)times) return luaL_error(L, "resulting string too large");
  size_t total = n * (size_t)times + separator_length * (size_t)(times - 1);
  if (total == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  xl_buffer b;
  xl_buffer_open(L, &b);
  xl_buffer_reserve(&b, total);
  while (times-- > 1) {
    xl_buffer_add(&b, s, n);
    xl_buffer_add(&b, separator, separator_length);
    if (times % 4096 == 0) xl_poll(L, b.e);
  }
  xl_buffer_add(&b, s, n);
  xl_buffer_push(&b);
  return 1;
}

static int string_byte(lua_State *L) {
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  lua_Integer at = luaL_optinteger(L, 2, 1);
  size_t first = xl_start_position(at, n), last = xl_end_position(luaL_optinteger(L, 3, at), n);
  if (first > last) return 0;
  if (last - first >= (size_t)INT_MAX) return luaL_error(L, "string slice too long");
  int count = (int)(last - first) + 1;
  luaL_checkstack(L, count, "string slice too long");
  for (int i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)s[first + (size_t)i - 1]);
  return count;
}

static int string_char(lua_State *L) {
  int count = lua_gettop(L);
  xl_buffer b;
  xl_buffer_open(L, &b);
  char *to = xl_buffer_reserve(&b, (size_t)count);
  for (int i = 1; i <= count; i++) {
    xl_poll(L, b.e);  // a number may be written in a megabyte
    lua_Unsigned c = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, c <= UCHAR_MAX, i, "value out of range");
    to[i - 1] = (char)c;
  }
  b.length = (size_t)count;
  xl_buffer_push(&b);
  return 1;
}

int xl_open_string(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"byte", string_byte},   {"char", string_char},       {"find", xl_string_find},
    {"format", xl_string_format}, {"gmatch", xl_string_gmatch}, {"gsub", xl_string_gsub},
    {"len", string_len},     {"lower", string_lower},     {"match", xl_string_match},
    {"rep", string_rep},     {"reverse", string_reverse}, {"sub", string_sub},
    {"upper", string_upper}, {NULL, NULL},
  };
  luaL_newlib(L, functions);
  return 1;
}
