// Values between Swift and the Lua stack. Nothing here raises.

#include "internal.h"

int32_t xl_top(xl_engine *e) { return lua_gettop(e->L); }

void xl_set_top(xl_engine *e, int32_t top) {
  if (top >= 0 && top <= lua_gettop(e->L)) lua_settop(e->L, top);
}

bool xl_reserve(xl_engine *e, int32_t slots) {
  if (slots < 0 || slots > 100000) return false;
  e->host++;
  bool ok = lua_checkstack(e->L, slots);
  e->host--;
  if (ok && e->room < slots) e->room = slots;
  return ok;
}

void xl_read(xl_engine *e, int32_t index, xl_value *value) {
  lua_State *L = e->L;
  switch (lua_type(L, index)) {
  case LUA_TBOOLEAN:
    value->type = XL_BOOLEAN;
    value->integer = lua_toboolean(L, index);
    break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      value->type = XL_INTEGER;
      value->integer = lua_tointegerx(L, index, NULL);
    } else {
      value->type = XL_NUMBER;
      value->number = lua_tonumberx(L, index, NULL);
    }
    break;
  case LUA_TSTRING:
    value->type = XL_STRING;
    value->bytes = lua_tolstring(L, index, &value->length);
    break;
  case LUA_TTABLE: value->type = XL_TABLE; break;
  case LUA_TFUNCTION: value->type = XL_FUNCTION; break;
  case LUA_TLIGHTUSERDATA:
    value->type = XL_HANDLE;
    value->integer = (int64_t)xl_bits(L, index);
    break;
  case LUA_TNIL:
  case LUA_TNONE: value->type = XL_NIL; break;
  default: value->type = XL_OTHER; break;
  }
}

// Many slots at a time, so that a long result asks rarely.
bool xl_grow(xl_engine *e, int slots) {
  e->host++;
  bool ok = lua_checkstack(e->L, slots + 20);
  e->host--;
  if (ok) e->room = slots + 20;
  return ok;
}

// Before Swift makes Lua allocate: is there credit? Out of credit the run is over, so that no `pcall` in the script goes on
// with half an answer.
bool xl_credit(xl_engine *e, size_t bytes) {
  size_t cap = e->limit > SIZE_MAX - e->config.host_credit ? SIZE_MAX : e->limit + e->config.host_credit;
  if (XL_LIKELY(bytes <= cap && e->used <= cap - bytes)) return true;
  e->host++;
  lua_gc(e->L, LUA_GCCOLLECT);
  e->host--;
  if (e->used <= cap - (bytes < cap ? bytes : cap)) return true;
  if (e->depth) xl_stop(e, XL_KILLED_MEMORY);
  return false;
}

// Credit, one slot for what is pushed, and three more for what is in between.
static bool may(xl_engine *e, size_t bytes) {
  if (XL_UNLIKELY(!xl_credit(e, bytes) || !xl_take(e, 4))) return false;
  e->room += 3;
  return true;
}

bool xl_push_nil(xl_engine *e) {
  if (!xl_take(e, 1)) return false;
  lua_pushnil(e->L);
  return true;
}

bool xl_push_boolean(xl_engine *e, bool value) {
  if (!xl_take(e, 1)) return false;
  lua_pushboolean(e->L, value);
  return true;
}

bool xl_push_integer(xl_engine *e, int64_t value) {
  if (!xl_take(e, 1)) return false;
  lua_pushinteger(e->L, value);
  return true;
}

bool xl_push_number(xl_engine *e, double value) {
  if (!xl_take(e, 1)) return false;
  lua_pushnumber(e->L, value);
  return true;
}

bool xl_push_string(xl_engine *e, const char *bytes, size_t length) {
  if (!may(e, length + 64)) return false;
  e->host++;
  lua_pushlstring(e->L, length ? bytes : "", length);
  e->host--;
  return true;
}

// Row and quantity handles only of kinds that exist: no other light userdata reaches a script.
bool xl_push_handle(xl_engine *e, uint64_t handle) {
  uint32_t kind = xl_kind_of(handle);
  if (kind == 0 || kind > e->kind_count || !xl_take(e, 1)) return false;
  xl_push_bits(e->L, handle);
  return true;
}

bool xl_push_copy(xl_engine *e, int32_t index) {
  if (!xl_take(e, 1)) return false;
  lua_pushvalue(e->L, index);
  return true;
}

bool xl_push_table(xl_engine *e, size_t array, size_t keyed) {
  if (array > 1u << 24) array = 1u << 24;
  if (keyed > 1u << 20) keyed = 1u << 20;
  if (!may(e, 64 + array * 16 + keyed * 40)) return false;
  e->host++;
  lua_createtable(e->L, (int)array, (int)keyed);
  e->host--;
  return true;
}

bool xl_table_set(xl_engine *e, int32_t index) {
  lua_State *L = e->L;
  index = lua_absindex(L, index);
  bool bad = lua_type(L, -2) == LUA_TNIL;
  if (lua_type(L, -2) == LUA_TNUMBER && !lua_isinteger(L, -2)) {
    double key = lua_tonumberx(L, -2, NULL);
    bad |= key != key;
  }
  if (bad || lua_type(L, index) != LUA_TTABLE) {
    lua_settop(L, -3);
    return false;
  }
  e->host++;
  lua_rawset(L, index);
  e->host--;
  return xl_credit(e, 0);
}

bool xl_table_set_index(xl_engine *e, int32_t index, int64_t position) {
  e->host++;
  lua_rawseti(e->L, index, position);
  e->host--;
  return xl_credit(e, 0);
}

bool xl_table_get_index(xl_engine *e, int32_t index, int64_t position) {
  if (!xl_take(e, 1)) return false;
  lua_rawgeti(e->L, index, position);
  return true;
}

bool xl_table_get_field(xl_engine *e, int32_t index, const char *bytes, size_t length) {
  index = lua_absindex(e->L, index);
  if (!xl_push_string(e, bytes, length)) return false;
  lua_rawget(e->L, index);
  return true;
}

size_t xl_table_length(xl_engine *e, int32_t index) { return (size_t)lua_rawlen(e->L, index); }

bool xl_table_next(xl_engine *e, int32_t index) {
  if (e->room > 0) e->room--;
  return lua_next(e->L, index) != 0;
}

const void *xl_identity(xl_engine *e, int32_t index) { return lua_topointer(e->L, index); }

// References live in a table of their own; free places are chained as `luaL_ref` does.
int32_t xl_reference(xl_engine *e) {
  lua_State *L = e->L;
  if (!may(e, 0)) return 0;
  size_t mark = xl_setup_begin(e);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_references);
  lua_rawgeti(L, -1, 1);
  int32_t reference = (int32_t)lua_tointegerx(L, -1, NULL);
  lua_settop(L, -2);
  if (reference) {
    lua_rawgeti(L, -1, reference);
    lua_rawseti(L, -2, 1);
  } else {
    lua_Unsigned next = lua_rawlen(L, -1) + 1;
    if (next >= INT_MAX) {
      lua_settop(L, -3);
      xl_setup_end(e, mark);
      return 0;
    }
    reference = (int32_t)next;
  }
  lua_insert(L, -2);
  lua_rawseti(L, -2, reference);
  lua_settop(L, -2);
  xl_setup_end(e, mark);
  return reference;
}

void xl_release(xl_engine *e, int32_t reference) {
  lua_State *L = e->L;
  if (reference <= 1 || !may(e, 0)) return;
  e->room++;
  e->host++;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_references);
  lua_rawgeti(L, -1, 1);
  lua_rawseti(L, -2, reference);
  lua_pushinteger(L, reference);
  lua_rawseti(L, -2, 1);
  lua_settop(L, -2);
  e->host--;
}

bool xl_push_reference(xl_engine *e, int32_t reference) {
  if (!may(e, 0)) return false;
  lua_rawgetp(e->L, LUA_REGISTRYINDEX, &xl_key_references);
  lua_rawgeti(e->L, -1, reference);
  lua_remove(e->L, -2);
  return true;
}
