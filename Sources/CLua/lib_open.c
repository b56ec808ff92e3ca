// Which libraries a script sees: an allow-list. `string.dump`, `string.pack` and its kin, `math.random` are not on it.

#include "internal.h"

static const char *const of_math[] = {"abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge",
  "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
  NULL};

// The extremes of many arguments; comparing two strings of a megabyte takes its time.
static int extreme(lua_State *L, bool largest) {
  xl_engine *e = xl_of(L);
  int count = lua_gettop(L), best = 1;
  luaL_argcheck(L, count >= 1, 1, "value expected");
  for (int i = 2; i <= count; i++) {
    xl_poll(L, e);
    if (largest ? lua_compare(L, best, i, LUA_OPLT) : lua_compare(L, i, best, LUA_OPLT)) best = i;
  }
  lua_pushvalue(L, best);
  return 1;
}

static int math_max(lua_State *L) { return extreme(L, true); }
static int math_min(lua_State *L) { return extreme(L, false); }

static void open_math(lua_State *L) {
  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  lua_newtable(L);
  for (const char *const *name = of_math; *name; name++) {
    lua_getfield(L, -2, *name);
    lua_setfield(L, -2, *name);
  }
  lua_remove(L, -2);
  lua_pushcfunction(L, math_max);
  lua_setfield(L, -2, "max");
  lua_pushcfunction(L, math_min);
  lua_setfield(L, -2, "min");
}

// Strings find their methods in a table no script can reach; their arithmetic ("10" + 1) is the library's.
static void open_methods(lua_State *L) {
  lua_pushcfunction(L, luaopen_string);  // sets the metatable of strings
  lua_call(L, 0, 0);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  xl_open_string(L);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
}

void xl_open_libraries(lua_State *L) {  // the table of globals on top
  open_methods(L);
  xl_open_string(L);
  lua_setfield(L, -2, "string");
  xl_open_table(L);
  lua_setfield(L, -2, "table");
  open_math(L);
  lua_setfield(L, -2, "math");
  xl_open_utf8(L);
  lua_setfield(L, -2, "utf8");
  // Where messages such as "bad argument #1 to 'string.rep'" find a function's name. (The registry is the host's.)
  static const char *const named[] = {"string", "table", "math", "utf8", NULL};
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  for (const char *const *name = named; *name; name++) {
    lua_getfield(L, -2, *name);
    lua_setfield(L, -2, *name);
  }
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, LUA_GNAME);
  lua_pop(L, 1);
}

// MARK: Tests

static void lay_over(lua_State *L, const char *library) {  // pops our functions
  lua_getglobal(L, library);
  lua_pushnil(L);
  while (lua_next(L, -3)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_settable(L, -4);
  }
  lua_settop(L, -3);
}

static int overlay(lua_State *L) {
  xl_open_string(L);
  lay_over(L, "string");
  xl_open_table(L);
  lay_over(L, "table");
  xl_open_utf8(L);
  lay_over(L, "utf8");
  lua_newtable(L);
  lua_pushcfunction(L, math_max);
  lua_setfield(L, -2, "max");
  lua_pushcfunction(L, math_min);
  lua_setfield(L, -2, "min");
  lay_over(L, "math");
  static const char *const same[] = {"error", "ipairs", "pcall", "select", "tonumber", "xpcall", NULL};
  lua_newtable(L);
  xl_open_base(L);
  for (const char *const *name = same; *name; name++) {
    lua_getfield(L, -1, *name);
    lua_setglobal(L, *name);
  }
  return 0;
}

int32_t xl_overlay(xl_engine *e) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  lua_pushcfunction(e->L, overlay);
  return xl_protect(e, 0, 0);
}
