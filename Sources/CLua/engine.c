// Life of an engine, and the environments in it.

#include "internal.h"

#include <stdio.h>

const char xl_key_index, xl_key_base, xl_key_anchors, xl_key_methods, xl_key_dictionaries, xl_key_references,
  xl_key_handle_metatable;

static int panic(lua_State *L) {
  (void)L;
  fputs("LuaRuntime: an error outside a protected call (this is a bug, please file an issue)\n", stderr);
  return 0;
}

static void new_registry_table(lua_State *L, const void *key) {
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

static int open_engine(lua_State *L) {
  xl_engine *e = xl_of(L);
  // Texts that Lua or this library makes where an allocation must not fail: interned for good.
  static const char *const anchored[] = {"error in error handling", XL_KILL_TEXT, "code", "message", "not enough memory", NULL};
  lua_newtable(L);
  for (const char *const *text = anchored; *text; text++) {
    lua_pushstring(L, *text);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &xl_key_anchors);
  new_registry_table(L, &xl_key_methods);
  new_registry_table(L, &xl_key_dictionaries);
  lua_newtable(L);
  lua_pushinteger(L, 0);
  lua_rawseti(L, -2, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &xl_key_references);
  xl_handles_open(L);
  lua_newtable(L);
  if (e->config.unrestricted) {
    luaL_openlibs(L);
    lua_pushglobaltable(L);
    lua_replace(L, -2);
  } else {
    xl_open_base(L);
    xl_open_libraries(L);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &xl_key_base);
  return 0;
}

xl_engine *xl_engine_new(const xl_config *config) {
  xl_engine *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  e->config = *config;
  e->limit = SIZE_MAX;
  size_t fields = sizeof *e->hot << XL_HOT_BITS;
  e->hot = aligned_alloc(_Alignof(xl_hot), fields);
  if (!e->hot || !xl_kill_setup(e)) {
    free(e->hot);
    free(e);
    return NULL;
  }
  memset(e->hot, 0, fields);
  e->main = e->L = lua_newstate(xl_allocate, e);
  if (!e->L) {
    xl_engine_free(e);
    return NULL;
  }
  *(xl_engine **)lua_getextraspace(e->L) = e;
  lua_atpanic(e->L, panic);
  lua_pushcfunction(e->L, open_engine);
  if (lua_pcall(e->L, 0, 0, 0) != LUA_OK) {
    xl_engine_free(e);
    return NULL;
  }
  // Only now: what the engine needs for itself is not the script's.
  e->limit = config->memory > SIZE_MAX - e->used ? SIZE_MAX : e->used + config->memory;
  return e;
}

void xl_engine_free(xl_engine *e) {
  if (!e) return;
  e->host = 1;
  if (e->main) lua_close(e->main);
  xl_kill_teardown(e);
  for (uint32_t i = 1; i <= e->kind_count; i++) {
    free(e->kinds[i]->slots);
    free(e->kinds[i]->members);
    free(e->kinds[i]);
  }
  free(e->dictionaries);
  free(e->hot);
  while (e->hosts) {
    xl_host *h = e->hosts;
    e->hosts = h->next;
    free(h);
  }
  free(e);
}

bool xl_in_run(const xl_engine *e) { return e->depth > 0; }

void xl_set_time(xl_engine *e, int64_t nanoseconds) { e->config.time = nanoseconds; }

void xl_collect(xl_engine *e) {
  e->host++;
  lua_gc(e->L, LUA_GCCOLLECT);
  e->host--;
}

// MARK: Environments

// Runs a function of ours whose memory and time are the host's.
static int set_up(xl_engine *e, int arguments, int results) {
  size_t limit = e->limit, used = e->used;
  int64_t time = e->config.time;
  e->limit = SIZE_MAX;
  e->config.time = 0;
  int status = xl_protect(e, arguments, results);
  e->config.time = time;
  e->limit = e->used > used && limit < SIZE_MAX - (e->used - used) ? limit + (e->used - used) : limit;
  return status;
}

static void copy_table(lua_State *L, int from, int to) {
  from = lua_absindex(L, from);
  to = lua_absindex(L, to);
  lua_pushnil(L);
  while (lua_next(L, from)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, to);
  }
}

static int unknown_global(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "a global has a name");
  size_t length;
  const char *name = lua_tolstring(L, 2, &length);
  xl_suggestion s;
  xl_suggest_begin(&s, name, length);
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    if (lua_type(L, -2) == LUA_TSTRING) {
      size_t n;
      const char *known = lua_tolstring(L, -2, &n);
      xl_suggest_offer(&s, known, n);
    }
    lua_pop(L, 1);
  }
  char shown[64];
  snprintf(shown, sizeof shown, "%.60s", name);
  if (s.best[0]) return luaL_error(L, "unknown name `%s`\nhelp: did you mean `%s`?", shown, s.best);
  return luaL_error(L, "unknown name `%s`", shown);
}

static int global_write(lua_State *L) {
  char shown[64];
  snprintf(shown, sizeof shown, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
  return luaL_error(L, "`%s` cannot be made a global\nhelp: write `local %s = …`", shown, shown);
}

// What a script sees as its globals is an empty table: reading goes on to its own copies of everything, writing is refused
// even for names that exist.
static int new_environment(lua_State *L) {
  bool trusted = lua_toboolean(L, 1);
  lua_settop(L, 0);
  lua_newtable(L);                                   // 1: what scripts see
  lua_newtable(L);                                   // 2: its values
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_base);   // 3
  lua_pushnil(L);
  while (lua_next(L, 3)) {
    lua_pushvalue(L, -2);
    if (lua_type(L, -2) == LUA_TTABLE) {
      lua_newtable(L);
      copy_table(L, -3, -1);
    } else {
      lua_pushvalue(L, -2);
    }
    lua_rawset(L, 2);
    lua_pop(L, 1);
  }
  if (trusted) {
    lua_newtable(L);
    lua_setfield(L, 2, "host");
  }
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, 2);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, global_write);
  lua_setfield(L, -2, "__newindex");
  lua_setmetatable(L, 1);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, unknown_global);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, 2);
  lua_settop(L, 1);
  return 1;
}

int32_t xl_environment_new(xl_engine *e, bool trusted) {
  if (!xl_reserve(e, 8)) return 0;
  if (e->config.unrestricted) {
    lua_pushglobaltable(e->L);
    return xl_reference(e);
  }
  lua_pushcfunction(e->L, new_environment);
  lua_pushboolean(e->L, trusted);
  if (set_up(e, 1, 1) != XL_OK) return 0;
  int32_t reference = xl_reference(e);
  if (!reference) lua_settop(e->L, lua_gettop(e->L) - 1);
  return reference;
}

// Replaces the environment on top of the stack by the table of its values.
static void values_of(lua_State *L) {
  if (lua_getmetatable(L, -1)) {
    lua_getfield(L, -1, "__index");
    lua_replace(L, -3);
    lua_pop(L, 1);
  }
}

static int set_global(lua_State *L) {  // environment, name, value
  lua_pushvalue(L, 1);
  values_of(L);
  lua_replace(L, 1);
  lua_rawset(L, 1);
  return 0;
}

int32_t xl_environment_set(xl_engine *e, int32_t environment, const char *bytes, size_t length) {
  lua_State *L = e->L;
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  size_t mark = xl_setup_begin(e);
  lua_pushcfunction(L, set_global);
  xl_push_reference(e, environment);
  lua_pushlstring(L, bytes, length);
  xl_setup_end(e, mark);
  lua_rotate(L, -4, 3);
  return set_up(e, 3, 0);
}

static int export_globals(lua_State *L) {  // table
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_base);
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING) return luaL_error(L, "a library exports names only");
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, 2);
  }
  return 0;
}

int32_t xl_environment_export(xl_engine *e) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  lua_pushcfunction(e->L, export_globals);
  lua_insert(e->L, -2);
  return set_up(e, 1, 0);
}

static int list_names(lua_State *L) {  // environment
  values_of(L);
  lua_newtable(L);
  lua_Integer n = 0;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    if (lua_type(L, -1) != LUA_TSTRING) continue;
    lua_pushvalue(L, -1);
    lua_rawseti(L, 2, ++n);
  }
  return 1;
}

int32_t xl_environment_names(xl_engine *e, int32_t environment) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  lua_pushcfunction(e->L, list_names);
  xl_push_reference(e, environment);
  return set_up(e, 1, 1);
}

static int describe(lua_State *L) { return xl_push_description(L, 1); }

int32_t xl_describe(xl_engine *e, int32_t index) {
  if (!xl_reserve(e, 8)) return XL_ERROR_STACK;
  index = lua_absindex(e->L, index);
  lua_pushcfunction(e->L, describe);
  lua_pushvalue(e->L, index);
  return xl_protect(e, 1, 1);
}
