// Registering kinds of handles, their members and dictionaries. Called by the host while it sets up, or while a field is
// resolved; nothing here raises.

#include "internal.h"

#include <stdio.h>

static xl_kind *kind_at(const xl_engine *e, uint32_t kind) {
  return kind >= 1 && kind <= e->kind_count ? e->kinds[kind] : NULL;
}

static xl_member *member_at(const xl_engine *e, uint32_t kind, uint32_t member) {
  xl_kind *k = kind_at(e, kind);
  return k && member < k->member_count ? &k->members[member] : NULL;
}

// What `__index` remembers is as it was before; any change of a kind or field makes it ask again.
static void forget(xl_engine *e) { memset(e->hot, 0, sizeof *e->hot << XL_HOT_BITS); }

uint32_t xl_kind_new(xl_engine *e, const char *name, uint32_t flavour, uint32_t members) {
  if (e->kind_count >= 255 || members > 4096) return 0;
  xl_kind *k = calloc(1, sizeof *k);
  if (!k) return 0;
  uint32_t room = 8;
  while (room < members * 2) room *= 2;
  k->mask = room - 1;
  k->slots = calloc(room, sizeof *k->slots);
  k->members = calloc(members ? members : 1, sizeof *k->members);
  if (!k->slots || !k->members) {
    free(k->slots);
    free(k->members);
    free(k);
    return 0;
  }
  k->flavour = (uint8_t)flavour;
  k->member_count = members;
  snprintf(k->name, sizeof k->name, "%s", name);
  e->kinds[++e->kind_count] = k;
  return e->kind_count;
}

void xl_kind_rows(xl_engine *e, uint32_t kind, uint32_t rows, uint32_t epoch) {
  xl_kind *k = kind_at(e, kind);
  if (!k) return;
  // Objects come with each query of a script. Nothing refers to them, and what is remembered of another epoch or of fewer
  // rows finds nothing wrong.
  if (k->flavour != XL_OBJECT || rows < k->rows) forget(e);
  k->rows = rows;
  k->epoch = epoch & 0xFFFFFFu;
}

void xl_kind_algebra(xl_engine *e, uint32_t kind, uint32_t algebra, uint32_t difference) {
  xl_kind *k = kind_at(e, kind);
  if (!k) return;
  k->algebra = (uint8_t)algebra;
  k->difference = (uint8_t)difference;
}

void xl_kind_on(xl_engine *e, uint32_t kind, uint32_t event, xl_host *host) {
  xl_kind *k = kind_at(e, kind);
  if (k && event < XL_ON_COUNT) k->on[event] = host;
}

const char *xl_kind_name(const xl_engine *e, uint32_t kind) {
  xl_kind *k = kind_at(e, kind);
  return k ? k->name : "unknown";
}

uint32_t xl_kind_epoch(const xl_engine *e, uint32_t kind) {
  xl_kind *k = kind_at(e, kind);
  return k ? k->epoch : 0;
}

uint32_t xl_kind_row_count(const xl_engine *e, uint32_t kind) {
  xl_kind *k = kind_at(e, kind);
  return k ? k->rows : 0;
}

// The name's string is interned and anchored, so that its address names the member for the engine's life.
static xl_member *name_member(xl_engine *e, uint32_t kind, uint32_t member, const char *name) {
  xl_member *m = member_at(e, kind, member);
  size_t length = strlen(name);
  if (!m || m->storage != XL_MEMBER_ABSENT || length == 0 || length > XL_MAX_NAME || !xl_reserve(e, 8)) return NULL;
  lua_State *L = e->L;
  size_t mark = xl_setup_begin(e);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_anchors);
  lua_pushlstring(L, name, length);
  m->key = lua_topointer(L, -1);
  lua_pushvalue(L, -1);
  lua_rawset(L, -3);
  lua_settop(L, -2);
  xl_setup_end(e, mark);
  memcpy(m->name, name, length + 1);
  xl_kind *k = e->kinds[kind];
  uint32_t at = (uint32_t)((uintptr_t)m->key >> 4) & k->mask;
  while (k->slots[at].key) {
    if (k->slots[at].key == m->key) return NULL;
    at = (at + 1) & k->mask;
  }
  k->slots[at] = (xl_slot){m->key, m};
  return m;
}

bool xl_member_field(xl_engine *e, uint32_t kind, uint32_t member, const char *name) {
  xl_member *m = name_member(e, kind, member, name);
  if (!m) return false;
  m->storage = XL_MEMBER_UNRESOLVED;
  m->lazy = 1;
  return true;
}

bool xl_member_computed(xl_engine *e, uint32_t kind, uint32_t member, const char *name, xl_host *host) {
  xl_member *m = name_member(e, kind, member, name);
  if (!m || !host) return false;
  m->storage = XL_MEMBER_COMPUTED;
  m->host = host;
  return true;
}

bool xl_member_method(xl_engine *e, uint32_t kind, uint32_t member, const char *name, xl_host *host) {
  xl_member *m = name_member(e, kind, member, name);
  if (!m || !host) return false;
  lua_State *L = e->L;
  size_t mark = xl_setup_begin(e);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_methods);
  bool ok = xl_push_host(e, host, 0);
  if (ok) lua_rawseti(L, -2, (lua_Integer)++e->method_count);
  lua_settop(L, -2);
  xl_setup_end(e, mark);
  if (!ok) return false;
  m->storage = XL_MEMBER_METHOD;
  m->host = host;
  m->method = e->method_count;
  return true;
}

void xl_kind_reset(xl_engine *e, uint32_t kind) {
  xl_kind *k = kind_at(e, kind);
  if (!k) return;
  forget(e);
  for (uint32_t i = 0; i < k->member_count; i++)
    if (k->members[i].lazy) k->members[i].storage = XL_MEMBER_UNRESOLVED;
}

static void store(xl_member *m, uint8_t storage, const void *data, uint32_t kind) {
  m->data = data;
  m->kind = (uint8_t)kind;
  m->storage = storage;
}

void xl_field_int64(xl_engine *e, uint32_t kind, uint32_t member, const int64_t *values, uint32_t quantity) {
  xl_member *m = member_at(e, kind, member);
  if (m) store(m, XL_MEMBER_INT64, values, quantity);
}

void xl_field_int32(xl_engine *e, uint32_t kind, uint32_t member, const int32_t *values, uint32_t quantity) {
  xl_member *m = member_at(e, kind, member);
  if (m) store(m, XL_MEMBER_INT32, values, quantity);
}

void xl_field_bits(xl_engine *e, uint32_t kind, uint32_t member, const uint64_t *values, const uint64_t *known) {
  xl_member *m = member_at(e, kind, member);
  if (!m) return;
  m->known = known;
  store(m, XL_MEMBER_BITS, values, 0);
}

void xl_field_text(xl_engine *e, uint32_t kind, uint32_t member, const uint32_t *codes, uint32_t dictionary) {
  xl_member *m = member_at(e, kind, member);
  if (!m || dictionary == 0 || dictionary > e->dictionary_count) return;
  m->dictionary = dictionary - 1;
  store(m, XL_MEMBER_TEXT, codes, 0);
}

void xl_field_reference(xl_engine *e, uint32_t kind, uint32_t member, const uint32_t *rows, uint32_t target) {
  xl_member *m = member_at(e, kind, member);
  if (m && kind_at(e, target)) store(m, XL_MEMBER_REFERENCE, rows, target);
}

void xl_field_computed(xl_engine *e, uint32_t kind, uint32_t member, xl_host *host) {
  xl_member *m = member_at(e, kind, member);
  if (!m || !host) return;
  m->host = host;
  store(m, XL_MEMBER_COMPUTED, NULL, 0);
}

// MARK: Dictionaries

// Each has a Lua table of the strings made so far. The first 200 are upvalues of `__index`, the rest one table further.
static bool fresh_table(xl_engine *e, uint32_t d) {
  lua_State *L = e->L;
  if (!xl_reserve(e, 8)) return false;
  size_t mark = xl_setup_begin(e);
  uint32_t hint = e->dictionaries[d].count;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_index);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &xl_key_dictionaries);
  lua_createtable(L, hint < (1u << 24) ? (int)hint : 1 << 24, 0);
  if (d < XL_FAST_DICTIONARIES) {
    lua_pushvalue(L, -1);
    lua_setupvalue(L, -4, (int)(XL_FIRST_DICTIONARY + d));
  }
  lua_rawseti(L, -2, (lua_Integer)d + 1);
  lua_settop(L, -3);
  xl_setup_end(e, mark);
  return true;
}

uint32_t xl_dictionary_new(xl_engine *e, const char *bytes, const uint32_t *offsets, uint32_t count) {
  if (e->dictionary_count == e->dictionary_room) {
    uint32_t room = e->dictionary_room ? e->dictionary_room * 2 : 16;
    xl_dictionary *grown = realloc(e->dictionaries, room * sizeof *grown);
    if (!grown) return 0;
    e->dictionaries = grown;
    e->dictionary_room = room;
  }
  uint32_t d = e->dictionary_count;
  e->dictionaries[d] = (xl_dictionary){bytes, offsets, count};
  if (!fresh_table(e, d)) return 0;
  return ++e->dictionary_count;
}

void xl_dictionary_update(
  xl_engine *e, uint32_t dictionary, const char *bytes, const uint32_t *offsets, uint32_t count) {
  if (dictionary == 0 || dictionary > e->dictionary_count) return;
  e->dictionaries[dictionary - 1] = (xl_dictionary){bytes, offsets, count};
  if (!fresh_table(e, dictionary - 1)) e->dictionaries[dictionary - 1].count = 0;
}

// MARK: Quantities

// 56 bits, mixed: Lua hashes only the low 32 bits of a light userdata, and amounts in whole yuan or moments on the hour
// would all fall into a few buckets. Both steps can be undone, so equal handles are equal values.
#define XL_MASK56 0xFFFFFFFFFFFFFFull
#define XL_ODD 0x9E3779B97F4A7Dull

static inline uint64_t inverse_odd(void) {
  uint64_t x = XL_ODD;  // Newton: each step doubles the correct bits
  for (int i = 0; i < 6; i++) x *= 2 - XL_ODD * x;
  return x & XL_MASK56;
}

bool xl_quantity_make(uint32_t kind, int64_t value, uint64_t *handle) {
  if (value < -(INT64_C(1) << 55) || value >= INT64_C(1) << 55) return false;
  uint64_t x = ((uint64_t)value * XL_ODD) & XL_MASK56;
  x ^= x >> 28;
  *handle = (uint64_t)kind << 56 | x;
  return true;
}

int64_t xl_quantity_value(uint64_t handle) {
  uint64_t x = handle & XL_MASK56;
  x ^= x >> 28;
  x = (x * inverse_odd()) & XL_MASK56;
  return (int64_t)(x << 8) >> 8;
}

uint64_t xl_row_make(const xl_engine *e, uint32_t kind, uint32_t row) {
  return (uint64_t)kind << 56 | (uint64_t)xl_kind_epoch(e, kind) << 32 | row;
}
