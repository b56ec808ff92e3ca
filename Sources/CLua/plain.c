// For the benchmarks: what a C program writes that embeds the same library without this one.

#include "internal.h"

static int plain_integer(lua_State *L) {
  lua_pushinteger(L, luaL_checkinteger(L, 1));
  return 1;
}

static int plain_add(lua_State *L) {
  lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
  return 1;
}

static int plain_bits(lua_State *L) {
  luaL_checktype(L, 1, LUA_TLIGHTUSERDATA);
  lua_pushinteger(L, (lua_Integer)(uint32_t)xl_bits(L, 1));
  return 1;
}

// MARK: An object as the manual makes one: a userdata whose metatable says what it is

#define PLAIN_OBJECT "plain.object"

static int plain_row(lua_State *L) {
  uint32_t *row = luaL_checkudata(L, 1, PLAIN_OBJECT);
  lua_pushinteger(L, *row);
  return 1;
}

static int plain_object(lua_State *L) {
  uint32_t *row = lua_newuserdatauv(L, sizeof *row, 0);
  *row = (uint32_t)luaL_checkinteger(L, 1);
  luaL_setmetatable(L, PLAIN_OBJECT);
  return 1;
}

// MARK: A generic `for`

static int range_step(lua_State *L) {
  lua_Integer next = lua_tointeger(L, 2) + 1;
  if (next > lua_tointeger(L, 1)) return 0;
  lua_pushinteger(L, next);
  return 1;
}

static int plain_range(lua_State *L) {
  lua_Integer count = luaL_checkinteger(L, 1);
  lua_pushcfunction(L, range_step);
  lua_pushinteger(L, count);
  lua_pushinteger(L, 0);
  return 3;
}

// MARK: Taking a table over into memory of the host's own

typedef struct plain_value plain_value;
struct plain_value {
  int type;
  size_t count, length;  // of a table: keyed entries (key, value, …), and items
  union {
    lua_Integer integer;
    lua_Number number;
    char *bytes;
    plain_value *items;
  };
};

static void drop(plain_value *v) {
  if (v->type == LUA_TSTRING) free(v->bytes);
  if (v->type != LUA_TTABLE) return;
  for (size_t i = 0; i < v->length + 2 * v->count; i++) drop(&v->items[i]);
  free(v->items);
}

static void take(lua_State *L, int index, plain_value *v);

static void take_table(lua_State *L, int index, plain_value *v) {
  size_t length = (size_t)lua_rawlen(L, index), count = 0, room = length + 16;
  plain_value *items = malloc(room * sizeof *items);
  for (size_t i = 0; i < length; i++) {
    lua_rawgeti(L, index, (lua_Integer)i + 1);
    take(L, lua_gettop(L), &items[i]);
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  while (lua_next(L, index)) {
    int value = lua_gettop(L);
    if (lua_isinteger(L, value - 1) && (lua_Unsigned)lua_tointeger(L, value - 1) - 1 < length) {
      lua_pop(L, 1);
      continue;
    }
    if (length + 2 * count + 2 > room) items = realloc(items, (room *= 2) * sizeof *items);
    take(L, value - 1, &items[length + 2 * count]);
    take(L, value, &items[length + 2 * count + 1]);
    count++;
    lua_pop(L, 1);
  }
  v->items = items;
  v->length = length;
  v->count = count;
}

static void take(lua_State *L, int index, plain_value *v) {
  v->type = lua_type(L, index);
  switch (v->type) {
  case LUA_TBOOLEAN: v->integer = lua_toboolean(L, index); break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index))
      v->integer = lua_tointeger(L, index);
    else
      v->number = lua_tonumber(L, index);
    break;
  case LUA_TSTRING: {
    const char *bytes = lua_tolstring(L, index, &v->length);
    v->bytes = malloc(v->length + 1);
    memcpy(v->bytes, bytes, v->length + 1);
    break;
  }
  case LUA_TTABLE: take_table(L, index, v); break;
  default: break;
  }
}

static int plain_take(lua_State *L) {
  plain_value v;
  luaL_checktype(L, 1, LUA_TTABLE);
  take(L, 1, &v);
  lua_pushinteger(L, (lua_Integer)v.length);
  drop(&v);
  return 1;
}

// MARK: The border

// The least that any `__index` in C can do.
static int nothing(lua_State *L) {
  (void)L;
  return 1;
}

static int open_plain(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"add", plain_add},     {"bits", plain_bits}, {"integer", plain_integer}, {"object", plain_object},
    {"range", plain_range}, {"row", plain_row},   {"take", plain_take},       {NULL, NULL},
  };
  luaL_newmetatable(L, PLAIN_OBJECT);
  lua_newtable(L);
  lua_pushcfunction(L, plain_row);
  lua_setfield(L, -2, "row");
  lua_setfield(L, -2, "__index");
  lua_pushinteger(L, 0);
  lua_newtable(L);
  lua_pushcfunction(L, nothing);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  luaL_newlib(L, functions);
  return 1;
}

int32_t xl_plain_open(xl_engine *e) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  lua_pushcfunction(e->L, open_plain);
  return xl_protect(e, 0, 1);
}

static int run_plain(lua_State *L) {
  const char *source = lua_touserdata(L, 1);
  luaL_openlibs(L);
  if (!source) return 0;
  if (luaL_loadstring(L, source) != LUA_OK) return lua_error(L);
  lua_call(L, 0, 0);
  return 0;
}

bool xl_plain_run(const char *source) {
  lua_State *L = luaL_newstate();
  if (!L) return false;
  lua_pushcfunction(L, run_plain);
  lua_pushlightuserdata(L, (void *)source);
  bool done = lua_pcall(L, 1, 0, 0) == LUA_OK;
  lua_close(L);
  return done;
}
