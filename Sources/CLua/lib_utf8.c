// The utf8 library.

#include "internal.h"

typedef uint32_t code;
static const code largest = 0x7FFFFFFF, largest_unicode = 0x10FFFF;

static bool continuation(char c) { return (c & 0xC0) == 0x80; }

static lua_Integer relative(lua_Integer at, size_t n) {
  if (at >= 0) return at;
  return 0u - (size_t)at > n ? 0 : (lua_Integer)n + at + 1;
}

// The place after the character at `s`, or NULL where it is not well formed. Strings end with a zero, which is no
// continuation, so nothing is read beyond them.
static const char *decode(const char *s, code *value, bool strict) {
  static const code least[] = {UINT32_MAX, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned char first = (unsigned char)*s;
  code result = first;
  if (first >= 0x80) {
    int count = 0;
    result = 0;
    for (unsigned int c = first; c & 0x40; c <<= 1) {
      unsigned char next = (unsigned char)s[++count];
      if ((next & 0xC0) != 0x80) return NULL;
      result = result << 6 | (next & 0x3F);
    }
    if (count == 0 || count > 5) return NULL;
    result |= (code)((first << count) & 0x7F) << (count * 5);
    if (result > largest || result < least[count]) return NULL;
    s += count;
  }
  if (strict && (result > largest_unicode || (result >= 0xD800 && result <= 0xDFFF))) return NULL;
  if (value) *value = result;
  return s + 1;
}

static int utf8_len(lua_State *L) {
  xl_engine *e = xl_of(L);
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  lua_Integer i = relative(luaL_optinteger(L, 2, 1), n), j = relative(luaL_optinteger(L, 3, -1), n), count = 0;
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, 1 <= i && --i <= (lua_Integer)n, 2, "initial position out of bounds");
  luaL_argcheck(L, --j < (lua_Integer)n, 3, "final position out of bounds");
  while (i <= j) {
    const char *next = decode(s + i, NULL, strict);
    if (!next) {
      lua_pushnil(L);
      lua_pushinteger(L, i + 1);
      return 2;
    }
    i = next - s;
    if ((++count & 16383) == 0) xl_poll(L, e);
  }
  lua_pushinteger(L, count);
  return 1;
}

static int utf8_codepoint(lua_State *L) {
  size_t n;
  const char *s = luaL_checklstring(L, 1, &n);
  lua_Integer i = relative(luaL_optinteger(L, 2, 1), n), j = relative(luaL_optinteger(L, 3, i), n);
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, i >= 1, 2, "out of bounds");
  luaL_argcheck(L, j <= (lua_Integer)n, 3, "out of bounds");
  if (i > j) return 0;
  if (j - i >= INT_MAX) return luaL_error(L, "string slice too long");
  luaL_checkstack(L, (int)(j - i) + 1, "string slice too long");
  int count = 0;
  for (const char *at = s + i - 1, *end = s + j; at < end;) {
    code value;
    if ((count & 16383) == 16383) xl_poll(L, xl_of(L));
    at = decode(at, &value, strict);
    if (!at) return luaL_error(L, "invalid UTF-8 code");
    lua_pushinteger(L, value);
    count++;
  }
  return count;
}

static size_t encode(code value, char *to) {  // at most 6 bytes
  if (value < 0x80) {
    to[0] = (char)value;
    return 1;
  }
  char reversed[8];
  size_t n = 0;
  code room = 0x3F;
  do {
    reversed[n++] = (char)(0x80 | (value & 0x3F));
    value >>= 6;
    room >>= 1;
  } while (value > room);
  reversed[n++] = (char)((~room << 1) | value);
  for (size_t i = 0; i < n; i++) to[i] = reversed[n - 1 - i];
  return n;
}

static int utf8_char(lua_State *L) {
  int count = lua_gettop(L);
  xl_buffer b;
  xl_buffer_open(L, &b);
  for (int i = 1; i <= count; i++) {
    xl_poll(L, b.e);  // a number may be written in a megabyte
    lua_Unsigned value = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, value <= largest, i, "value out of range");
    b.length += encode((code)value, xl_buffer_reserve(&b, 8));
  }
  xl_buffer_push(&b);
  return 1;
}

static int utf8_offset(lua_State *L) {
  xl_engine *e = xl_of(L);
  size_t size;
  const char *s = luaL_checklstring(L, 1, &size);
  lua_Integer n = luaL_checkinteger(L, 2), length = (lua_Integer)size;
  lua_Integer i = relative(luaL_optinteger(L, 3, n >= 0 ? 1 : length + 1), size);
  luaL_argcheck(L, 1 <= i && --i <= length, 3, "position out of bounds");
  if (n == 0) {
    while (i > 0 && continuation(s[i])) i--;
  } else {
    if (continuation(s[i])) return luaL_error(L, "initial position is a continuation byte");
    for (; n < 0 && i > 0; n++) {
      if ((i & 16383) == 0) xl_poll(L, e);
      do i--;
      while (i > 0 && continuation(s[i]));
    }
    if (n > 0) {
      n--;
      for (; n > 0 && i < length; n--) {
        if ((i & 16383) == 0) xl_poll(L, e);
        do i++;
        while (continuation(s[i]));
      }
    }
  }
  if (n == 0)
    lua_pushinteger(L, i + 1);
  else
    lua_pushnil(L);
  return 1;
}

static int next_code(lua_State *L, bool strict) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Unsigned n = (lua_Unsigned)lua_tointeger(L, 2);
  if (n < length)
    while (continuation(s[n])) n++;
  if (n >= length) return 0;
  code value;
  const char *next = decode(s + n, &value, strict);
  // (5.4.4 passes over continuation bytes that belong to nothing; later releases refuse them, and so does this one.)
  if (!next || continuation(*next)) return luaL_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)n + 1);
  lua_pushinteger(L, value);
  return 2;
}

static int next_strict(lua_State *L) { return next_code(L, true); }
static int next_lax(lua_State *L) { return next_code(L, false); }

static int utf8_codes(lua_State *L) {
  bool lax = lua_toboolean(L, 2);
  const char *s = luaL_checkstring(L, 1);
  luaL_argcheck(L, !continuation(*s), 1, "invalid UTF-8 code");
  lua_pushcfunction(L, lax ? next_lax : next_strict);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

int xl_open_utf8(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"char", utf8_char}, {"codepoint", utf8_codepoint}, {"codes", utf8_codes},
    {"len", utf8_len},   {"offset", utf8_offset},       {NULL, NULL},
  };
  static const char pattern[] = "[\0-\x7F\xC2-\xFD][\x80-\xBF]*";
  luaL_newlib(L, functions);
  lua_pushlstring(L, pattern, sizeof pattern - 1);
  lua_setfield(L, -2, "charpattern");
  return 1;
}
