// Everything a script could get at, for a test: from its environment on through fields, metatables and upvalues, whether the
// language gives it a way there or not.

#include "internal.h"

#include "order.h"

enum { SEEN = 1, VALUES = 2, PATHS = 3, FOUND = 4 };

// Notes the value on top under the path below it; pops both.
static void note(lua_State *L, lua_Integer *count, lua_Integer *lines) {
  int type = lua_type(L, -1);
  const char *path = lua_tostring(L, -2);
  lua_pushfstring(L, "%s: %s", path, lua_typename(L, type));
  lua_rawseti(L, FOUND, ++*lines);
  if (type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA || type == LUA_TSTRING ||
      type == LUA_TLIGHTUSERDATA) {
    bool shared = type == LUA_TSTRING || type == LUA_TLIGHTUSERDATA;
    if (shared)
      lua_pushstring(L, lua_typename(L, type));  // one metatable for all
    else
      lua_pushvalue(L, -1);
    if (lua_rawget(L, SEEN) == LUA_TNIL) {
      if (shared)
        lua_pushstring(L, lua_typename(L, type));
      else
        lua_pushvalue(L, -2);
      lua_pushboolean(L, 1);
      lua_rawset(L, SEEN);
      lua_pushvalue(L, -2);
      lua_rawseti(L, VALUES, ++*count);
      lua_pushvalue(L, -3);
      lua_rawseti(L, PATHS, *count);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
}

static int walk(lua_State *L) {
  lua_settop(L, 1);
  lua_newtable(L);
  lua_insert(L, 1);
  lua_newtable(L);
  lua_newtable(L);
  lua_newtable(L);
  lua_rotate(L, 2, 3);  // seen, values, paths, found, environment
  lua_Integer count = 0, lines = 0;
  lua_pushliteral(L, "globals");
  lua_insert(L, -2);
  note(L, &count, &lines);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_settop(L, FOUND);
    lua_rawgeti(L, PATHS, i);   // 5
    lua_rawgeti(L, VALUES, i);  // 6
    const char *path = lua_tostring(L, 5);
    if (lua_getmetatable(L, 6)) {
      lua_pushfstring(L, "%s<metatable>", path);
      lua_insert(L, -2);
      note(L, &count, &lines);
    }
    if (lua_type(L, 6) == LUA_TTABLE) {
      lua_pushcfunction(L, xl_pairs);
      lua_pushvalue(L, 6);
      lua_call(L, 1, 3);  // 7, 8, 9
      for (;;) {
        lua_pushvalue(L, 7);
        lua_pushvalue(L, 8);
        lua_pushvalue(L, 9);
        lua_call(L, 2, 2);
        if (lua_isnil(L, -2)) break;
        lua_pushvalue(L, -2);
        lua_replace(L, 9);
        xl_push_description(L, -2);
        lua_pushfstring(L, "%s.%s", path, lua_tostring(L, -1));
        lua_pushvalue(L, -3);
        note(L, &count, &lines);
        lua_settop(L, 9);
      }
    } else if (lua_type(L, 6) == LUA_TFUNCTION) {
      for (int n = 1; n <= 255 && lua_getupvalue(L, 6, n); n++) {
        if (lua_isnil(L, -1)) {
          lua_pop(L, 1);
          continue;
        }
        lua_pushfstring(L, "%s<upvalue %d>", path, n);
        lua_insert(L, -2);
        note(L, &count, &lines);
      }
    }
  }
  lua_settop(L, FOUND);
  return 1;
}

int32_t xl_reachable(xl_engine *e, int32_t environment) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  lua_pushcfunction(e->L, walk);
  xl_push_reference(e, environment);
  return xl_protect(e, 1, 1);
}
