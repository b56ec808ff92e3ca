// What a script can do with a handle. All light userdata share the metatable made here.

#include "internal.h"

#include <stdio.h>

// "a moment", "a number", "nil": for messages.
void xl_operand(lua_State *L, int index, char *text, size_t room) {
  int type = lua_type(L, index);
  if (type == LUA_TLIGHTUSERDATA) {
    xl_kind *k = xl_kind_at(xl_of(L), xl_bits(L, index));
    const char *name = k ? k->name : "handle";
    snprintf(text, room, "%s %s", xl_article(name), name);
  } else if (type == LUA_TNIL || type == LUA_TNONE) {
    snprintf(text, room, "nil");
  } else {
    snprintf(text, room, "a %s", lua_typename(L, type));
  }
}

__attribute__((noinline, cold)) static int unknown_member(lua_State *L, xl_engine *e, xl_kind *k) {
  (void)e;
  if (lua_type(L, 2) != LUA_TSTRING) {
    char key[120];
    xl_operand(L, 2, key, sizeof key);
    return luaL_error(L, "%s %s cannot be indexed with %s", xl_article(k->name), k->name, key);
  }
  size_t length;
  const char *name = lua_tolstring(L, 2, &length);
  xl_suggestion s;
  xl_suggest_begin(&s, name, length);
  for (uint32_t i = 0; i < k->member_count; i++) xl_suggest_offer(&s, k->members[i].name, strlen(k->members[i].name));
  char shown[64];
  snprintf(shown, sizeof shown, "%.60s", name);
  if (s.best[0]) return luaL_error(L, "unknown field `%s` of %s\nhelp: did you mean `%s`?", shown, k->name, s.best);
  return luaL_error(L, "unknown field `%s` of %s", shown, k->name);
}

static int stale(lua_State *L, xl_kind *k) {
  return luaL_error(L, "this %s belongs to an earlier snapshot\nhelp: fetch it again, do not keep it between runs", k->name);
}

__attribute__((noinline, cold)) static int resolve(lua_State *L, xl_engine *e, xl_kind *k, xl_member *m) {
  xl_call call = {e, NULL, 0, lua_gettop(L), 0};
  lua_State *saved = e->L;
  int room = e->room;
  e->L = L;
  e->room = XL_ROOM;
  size_t mark = xl_setup_begin(e);  // what a column costs is the host's, not the script's
  int status = e->config.resolve(e->config.context, &call, xl_kind_of(xl_bits(L, 1)), (uint32_t)(m - k->members));
  xl_setup_end(e, mark);
  e->room = room;
  e->L = saved;
  xl_poll(L, e);
  if (status < 0) return lua_error(L);
  if (m->storage == XL_MEMBER_UNRESOLVED) return luaL_error(L, "field `%s` of %s has no values", m->name, k->name);
  return 0;
}

#define COLD __attribute__((noinline, cold))

COLD static int out_of_range(lua_State *L, uint32_t kind) {
  return luaL_error(L, "a value of a field is out of the range of a %s", xl_kind_name(xl_of(L), kind));
}

COLD static int make_text(lua_State *L, xl_engine *e, uint32_t d, uint32_t code, int table) {
  xl_dictionary *x = &e->dictionaries[d];
  if (code >= x->count) return 1;  // nil
  size_t mark = xl_setup_begin(e);
  lua_pushlstring(L, x->bytes + x->offsets[code], x->offsets[code + 1] - x->offsets[code]);
  lua_pushvalue(L, -1);
  lua_rawseti(L, table, (lua_Integer)code + 1);
  xl_setup_end(e, mark);
  return 1;
}

COLD static int far_text(lua_State *L, xl_engine *e, uint32_t d, uint32_t code) {
  lua_rawgeti(L, lua_upvalueindex(XL_UPVALUE_DICTIONARIES), (lua_Integer)d + 1);
  int table = lua_gettop(L);
  if (lua_rawgeti(L, table, (lua_Integer)code + 1) != LUA_TNIL) return 1;
  return make_text(L, e, d, code, table);
}

// MARK: Reading a field: of a row that exists, one function for each way its values are kept

static int read_nothing(lua_State *L, const xl_hot *f, uint32_t row) {
  (void)f, (void)row;
  lua_pushnil(L);
  return 1;
}

static inline int push_quantity(lua_State *L, uint32_t kind, int64_t value) {
  uint64_t h;
  if (XL_UNLIKELY(!xl_quantity_make(kind, value, &h))) return out_of_range(L, kind);
  xl_push_bits(L, h);
  return 1;
}

static int read_int64(lua_State *L, const xl_hot *f, uint32_t row) {
  int64_t v = ((const int64_t *)f->data)[row];
  if (XL_UNLIKELY(v == INT64_MIN)) return read_nothing(L, f, row);
  lua_pushinteger(L, v);
  return 1;
}

static int read_quantity64(lua_State *L, const xl_hot *f, uint32_t row) {
  int64_t v = ((const int64_t *)f->data)[row];
  if (XL_UNLIKELY(v == INT64_MIN)) return read_nothing(L, f, row);
  return push_quantity(L, f->kind, v);
}

static int read_int32(lua_State *L, const xl_hot *f, uint32_t row) {
  int32_t v = ((const int32_t *)f->data)[row];
  if (XL_UNLIKELY(v == INT32_MIN)) return read_nothing(L, f, row);
  lua_pushinteger(L, v);
  return 1;
}

static int read_quantity32(lua_State *L, const xl_hot *f, uint32_t row) {
  int32_t v = ((const int32_t *)f->data)[row];
  if (XL_UNLIKELY(v == INT32_MIN)) return read_nothing(L, f, row);
  return push_quantity(L, f->kind, v);
}

static int read_bits(lua_State *L, const xl_hot *f, uint32_t row) {
  if (f->known && !(f->known[row >> 6] >> (row & 63) & 1)) return read_nothing(L, f, row);
  lua_pushboolean(L, (int)(((const uint64_t *)f->data)[row >> 6] >> (row & 63) & 1));
  return 1;
}

static int read_text(lua_State *L, const xl_hot *f, uint32_t row) {
  uint32_t code = ((const uint32_t *)f->data)[row];
  if (XL_UNLIKELY(code == UINT32_MAX)) return read_nothing(L, f, row);
  int table = lua_upvalueindex((int)(XL_FIRST_DICTIONARY + f->dictionary));
  if (XL_LIKELY(lua_rawgeti(L, table, (lua_Integer)code + 1) != LUA_TNIL)) return 1;
  return make_text(L, xl_of(L), f->dictionary, code, table);
}

static int read_far_text(lua_State *L, const xl_hot *f, uint32_t row) {
  uint32_t code = ((const uint32_t *)f->data)[row];
  if (code == UINT32_MAX) return read_nothing(L, f, row);
  return far_text(L, xl_of(L), f->dictionary, code);
}

static int read_reference(lua_State *L, const xl_hot *f, uint32_t row) {
  uint32_t target = ((const uint32_t *)f->data)[row];
  if (XL_UNLIKELY(target == UINT32_MAX)) return read_nothing(L, f, row);
  xl_push_bits(L, f->target | target);
  return 1;
}

static int read_method(lua_State *L, const xl_hot *f, uint32_t row) {
  (void)row;
  lua_rawgeti(L, lua_upvalueindex(XL_UPVALUE_METHODS), f->member->method);
  return 1;
}

static int read_computed(lua_State *L, const xl_hot *f, uint32_t row) {
  (void)row;
  lua_settop(L, 1);
  return xl_invoke_event(L, f->member->host);
}

static xl_hot look_up(xl_engine *e, const xl_kind *k, xl_member *m, const void *key, uint64_t h) {
  xl_hot f = {.key = key, .read = read_nothing, .high = (uint32_t)(h >> 32), .rows = k->rows, .data = m->data,
    .known = m->known, .member = m, .dictionary = m->dictionary, .kind = m->kind};
  switch (m->storage) {
  case XL_MEMBER_INT64: f.read = m->kind ? read_quantity64 : read_int64; break;
  case XL_MEMBER_INT32: f.read = m->kind ? read_quantity32 : read_int32; break;
  case XL_MEMBER_BITS: f.read = read_bits; break;
  case XL_MEMBER_TEXT: f.read = m->dictionary < XL_FAST_DICTIONARIES ? read_text : read_far_text; break;
  case XL_MEMBER_REFERENCE:
    f.read = read_reference;
    f.target = (uint64_t)m->kind << 56 | (uint64_t)e->kinds[m->kind]->epoch << 32;
    break;
  case XL_MEMBER_METHOD: f.read = read_method; break;
  case XL_MEMBER_COMPUTED: f.read = read_computed; break;
  default: break;
  }
  return f;
}

static inline xl_hot *hot_place(const xl_engine *e, const void *key, uint64_t h) {
  uint64_t x = ((uint64_t)(uintptr_t)key ^ h >> 56) * UINT64_C(0x9E3779B97F4A7C15);
  return &e->hot[x >> (64 - XL_HOT_BITS)];
}

static inline bool is_for(const xl_hot *f, const void *key, uint64_t h) {
  return f->key == key && f->high == (uint32_t)(h >> 32) && (uint32_t)h < f->rows;
}

// The first reading of a field, a quantity's property, and everything that is an error.
COLD static int index_slowly(lua_State *L, xl_engine *e, uint64_t h, const void *key) {
  xl_kind *k = xl_kind_at(e, h);
  if (!k) return luaL_error(L, "this handle belongs to another engine");
  xl_member *m = NULL;
  for (uint32_t at = (uint32_t)((uintptr_t)key >> 4) & k->mask; k->slots[at].key; at = (at + 1) & k->mask)
    if (k->slots[at].key == key) m = k->slots[at].member;
  uint32_t row = (uint32_t)h;
  bool quantity = k->flavour == XL_QUANTITY;
  if (!quantity && xl_epoch_of(h) != k->epoch) return stale(L, k);
  if (!quantity && row >= k->rows) return luaL_error(L, "there is no such %s", k->name);
  if (!m || !key) {
    if (k->on[XL_ON_MEMBER]) return xl_invoke_event(L, k->on[XL_ON_MEMBER]);
    return unknown_member(L, e, k);
  }
  if (m->storage == XL_MEMBER_UNRESOLVED) resolve(L, e, k, m);
  xl_hot field = look_up(e, k, m, key, h);
  if (!quantity) {
    xl_hot *first = hot_place(e, key, h), *second = &e->hot[(first - e->hot) ^ 1];
    // One that was found a moment ago is not driven out by its neighbour.
    bool taken = first->key && !(first->key == key && first->high >> 24 == field.high >> 24);
    *(taken ? second : first) = field;
  }
  return field.read(L, &field, row);
}

__attribute__((noinline)) static int index_second(lua_State *L, xl_engine *e, uint64_t h, const void *key) {
  const xl_hot *f = &e->hot[(hot_place(e, key, h) - e->hot) ^ 1];
  if (is_for(f, key, h)) return f->read(L, f, (uint32_t)h);
  return index_slowly(L, e, h, key);
}

static int handle_index(lua_State *L) {
  xl_engine *e = xl_of(L);
  uint64_t h = xl_bits(L, 1);
  // A string of up to 40 bytes is interned: its address is its name. No other value has the address of a string; a handle
  // as key gives its bits, which are no address of a process (their top byte is the kind).
  const void *key = lua_topointer(L, 2);
  const xl_hot *f = hot_place(e, key, h);
  if (XL_LIKELY(is_for(f, key, h))) return f->read(L, f, (uint32_t)h);
  return index_second(L, e, h, key);
}

static int handle_newindex(lua_State *L) {
  xl_kind *k = xl_kind_at(xl_of(L), xl_bits(L, 1));
  return luaL_error(L, "%s %s cannot be changed by a script", xl_article(k ? k->name : ""), k ? k->name : "handle");
}

static void check_row(lua_State *L, xl_kind *k, uint64_t h) {
  if (k->flavour == XL_QUANTITY) return;
  if (xl_epoch_of(h) != k->epoch) stale(L, k);
  if ((uint32_t)h >= k->rows) luaL_error(L, "there is no such %s", k->name);
}

// A method got from one row may be called on any other.
void xl_check_receiver(lua_State *L, uint64_t h) {
  xl_kind *k = xl_kind_at(xl_of(L), h);
  if (k) check_row(L, k, h);
}

static int handle_call(lua_State *L) {
  xl_kind *k = xl_kind_at(xl_of(L), xl_bits(L, 1));
  if (!k || !k->on[XL_ON_CALL]) return luaL_error(L, "%s %s cannot be called", xl_article(k ? k->name : ""), k ? k->name : "handle");
  check_row(L, k, xl_bits(L, 1));
  return xl_invoke_event(L, k->on[XL_ON_CALL]);
}

static int handle_length(lua_State *L) {
  xl_kind *k = xl_kind_at(xl_of(L), xl_bits(L, 1));
  if (!k || !k->on[XL_ON_LENGTH])
    return luaL_error(L, "%s %s has no length", xl_article(k ? k->name : ""), k ? k->name : "handle");
  check_row(L, k, xl_bits(L, 1));
  lua_settop(L, 1);
  return xl_invoke_event(L, k->on[XL_ON_LENGTH]);
}

static int handle_tostring(lua_State *L) {
  uint64_t h = xl_bits(L, 1);
  xl_kind *k = xl_kind_at(xl_of(L), h);
  if (k && k->on[XL_ON_DESCRIBE] && (k->flavour == XL_QUANTITY || (xl_epoch_of(h) == k->epoch && (uint32_t)h < k->rows))) {
    lua_settop(L, 1);
    return xl_invoke_event(L, k->on[XL_ON_DESCRIBE]);
  }
  if (k && k->flavour == XL_RECORD)
    lua_pushfstring(L, "%s %I", k->name, (LUAI_UACINT)((uint32_t)h + (lua_Integer)1));
  else if (k && k->flavour == XL_QUANTITY)
    lua_pushfstring(L, "%s %I", k->name, (LUAI_UACINT)xl_quantity_value(h));
  else
    lua_pushstring(L, k ? k->name : "handle");
  return 1;
}

void xl_handles_open(lua_State *L) {
  static const luaL_Reg events[] = {
    {"__newindex", handle_newindex}, {"__call", handle_call}, {"__len", handle_length}, {"__tostring", handle_tostring}, {NULL, NULL},
  };
  lua_pushlightuserdata(L, NULL);
  lua_createtable(L, 0, 16);
  // `__index` goes in first and so stands at the head of its chain: every reading of a field begins with this look-up.
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__index");
  luaL_setfuncs(L, events, 0);
  luaL_setfuncs(L, xl_algebra, 0);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_methods);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_dictionaries);
  for (int i = 0; i < XL_FAST_DICTIONARIES; i++) {
    luaL_checkstack(L, 4, NULL);
    lua_pushnil(L);
  }
  lua_pushcclosure(L, handle_index, 2 + XL_FAST_DICTIONARIES);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &xl_key_index);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}
