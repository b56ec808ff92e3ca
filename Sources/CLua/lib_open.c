// Which libraries a script sees.

#include "internal.h"

// Opens one of the system's libraries and keeps only the named functions.
static void keep(lua_State *L, lua_CFunction open, const char *const *names) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  lua_newtable(L);
  for (; *names; names++) {
    lua_getfield(L, -2, *names);
    lua_setfield(L, -2, *names);
  }
  lua_remove(L, -2);
}

static const char *const of_string[] = {"byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack",
  "packsize", "rep", "reverse", "sub", "unpack", "upper", NULL};
static const char *const of_table[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
static const char *const of_math[] = {"abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge",
  "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
  NULL};
static const char *const of_utf8[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};

void xl_open_libraries(lua_State *L) {  // the table of globals on top
  keep(L, luaopen_string, of_string);
  // Strings find their methods in a copy no script can reach; their arithmetic ("10" + 1) stays.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, -5)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -4);
  }
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
  lua_setfield(L, -2, "string");
  keep(L, luaopen_table, of_table);
  lua_setfield(L, -2, "table");
  keep(L, luaopen_math, of_math);
  lua_setfield(L, -2, "math");
  keep(L, luaopen_utf8, of_utf8);
  lua_setfield(L, -2, "utf8");
}
