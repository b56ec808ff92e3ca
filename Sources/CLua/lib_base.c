// The basic functions. Not here, by intent: metatables, raw access, `load` and its kin, coroutines, `collectgarbage`.

#include "internal.h"

#include "order.h"

#include <math.h>
#include <stdio.h>

// As `tostring`, without addresses, and NaN has no sign.
int xl_push_description(lua_State *L, int index) {
  switch (lua_type(L, index)) {
  case LUA_TNIL: lua_pushliteral(L, "nil"); break;
  case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
  case LUA_TNUMBER:
    if (!lua_isinteger(L, index) && isnan(lua_tonumber(L, index))) {
      lua_pushliteral(L, "nan");
      break;
    }
    lua_pushvalue(L, index);
    lua_tolstring(L, -1, NULL);
    break;
  case LUA_TSTRING: lua_pushvalue(L, index); break;
  case LUA_TLIGHTUSERDATA:
    luaL_checkstack(L, 4, NULL);
    luaL_getmetafield(L, index, "__tostring");
    lua_pushvalue(L, index);
    lua_call(L, 1, 1);
    if (lua_type(L, -1) != LUA_TSTRING) return luaL_error(L, "'__tostring' must return a string");
    break;
  default: lua_pushstring(L, luaL_typename(L, index)); break;
  }
  return 1;
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  return xl_push_description(L, 1);
}

static int base_print(lua_State *L) {
  xl_engine *e = xl_of(L);
  int count = lua_gettop(L);
  xl_buffer b;
  xl_buffer_open(L, &b);
  for (int i = 1; i <= count; i++) {
    xl_poll(L, e);
    if (i > 1) xl_buffer_byte(&b, '\t');
    xl_push_description(L, i);
    size_t length;
    const char *bytes = lua_tolstring(L, -1, &length);
    xl_buffer_add(&b, bytes, length);
    lua_pop(L, 1);
  }
  xl_buffer_byte(&b, '\n');
  if (b.length > e->config.output - e->output_used)
    return luaL_error(L, "more than %I bytes of output", (LUAI_UACINT)e->config.output);
  e->output_used += b.length;
  e->host++;
  if (e->config.print) e->config.print(e->config.context, b.bytes, b.length);
  e->host--;
  xl_poll(L, e);
  return 0;
}

static int base_type(lua_State *L) {
  luaL_checkany(L, 1);
  int type = lua_type(L, 1);
  if (type == LUA_TLIGHTUSERDATA) {
    xl_kind *k = xl_of(L)->kinds[xl_kind_of(xl_bits(L, 1))];
    lua_pushstring(L, k ? k->name : "handle");
  } else {
    lua_pushstring(L, lua_typename(L, type));
  }
  return 1;
}

static int ipairs_next(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2);
  i = (lua_Integer)((lua_Unsigned)i + 1);
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushcfunction(L, ipairs_next);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static int base_select(lua_State *L) {
  int n = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, n - 1);
    return 1;
  }
  lua_Integer i = luaL_checkinteger(L, 1);
  if (i < 0)
    i = n + i;
  else if (i > n)
    i = n;
  luaL_argcheck(L, 1 <= i, 1, "index out of range");
  return n - (int)i;
}

static int base_assert(lua_State *L) {
  if (XL_LIKELY(lua_toboolean(L, 1))) return lua_gettop(L);
  luaL_checkany(L, 1);
  lua_remove(L, 1);
  lua_pushliteral(L, "assertion failed!");
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING) {
    // A plain message gets the place, so that the script's author finds it.
    luaL_where(L, 1);
    lua_insert(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int base_error(lua_State *L) {
  int level = (int)luaL_optinteger(L, 2, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING && level > 0) {
    luaL_where(L, level);
    lua_pushvalue(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

// A stop goes through every `pcall`; so does the end of memory.
static void pass_on(lua_State *L, xl_engine *e, int status) {
  if (XL_UNLIKELY(status == LUA_ERRMEM)) xl_stop(e, XL_KILLED_MEMORY);
  xl_poll(L, e);
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  pass_on(L, xl_of(L), status);
  if (XL_LIKELY(status == LUA_OK)) return lua_gettop(L);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

// The script's handler does not see a stop, and cannot outlive it.
static int guarded_handler(lua_State *L) {
  xl_poll(L, xl_of(L));
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int base_xpcall(lua_State *L) {
  luaL_checktype(L, 2, LUA_TFUNCTION);
  int n = lua_gettop(L);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);      // f, handler, arguments…
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);    // f, handler, true, f, arguments…
  int status = lua_pcall(L, n - 2, LUA_MULTRET, 2);
  pass_on(L, xl_of(L), status);
  if (XL_LIKELY(status == LUA_OK)) return lua_gettop(L) - 2;
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

static int digit(unsigned char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

static bool blank(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int base_tonumber(lua_State *L) {
  if (lua_isnoneornil(L, 2)) {
    if (lua_type(L, 1) == LUA_TNUMBER) {
      lua_settop(L, 1);
      return 1;
    }
    size_t length;
    const char *s = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
    // No number is written with more characters than this; reading one cannot be interrupted.
    if (s && length <= 4096 && lua_stringtonumber(L, s) == length + 1) return 1;
    luaL_checkany(L, 1);
    lua_pushnil(L);
    return 1;
  }
  lua_Integer base = luaL_checkinteger(L, 2);
  luaL_checktype(L, 1, LUA_TSTRING);
  luaL_argcheck(L, 2 <= base && base <= 36, 2, "base out of range");
  size_t length;
  const unsigned char *s = (const unsigned char *)lua_tolstring(L, 1, &length), *end = s + length;
  lua_Unsigned n = 0;
  while (s < end && blank(*s)) s++;
  bool negative = s < end && *s == '-';
  if (s < end && (*s == '-' || *s == '+')) s++;
  bool any = false;
  xl_engine *e = xl_of(L);
  while (s < end && digit(*s) < base) {
    n = n * (lua_Unsigned)base + (lua_Unsigned)digit(*s++);
    any = true;
    if (((uintptr_t)s & 65535) == 0) xl_poll(L, e);
  }
  while (s < end && blank(*s)) s++;
  if (any && s == end)
    lua_pushinteger(L, (lua_Integer)(negative ? 0 - n : n));
  else
    lua_pushnil(L);
  return 1;
}

void xl_open_base(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"assert", base_assert}, {"error", base_error},   {"ipairs", base_ipairs},     {"next", xl_next},
    {"pairs", xl_pairs},     {"pcall", base_pcall},   {"print", base_print},       {"select", base_select},
    {"tonumber", base_tonumber}, {"tostring", base_tostring}, {"type", base_type}, {"xpcall", base_xpcall},
    {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
  lua_pushliteral(L, "Lua 5.4");
  lua_setfield(L, -2, "_VERSION");
}
