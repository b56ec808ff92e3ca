// Traversal in the order of keys, so that no hash or address decides what a script sees first.
// false < true < numbers < strings (bytes) < handles (kind, then row or value).

#include "internal.h"

#include "order.h"

#include <math.h>

static int rank_of(int type) {
  switch (type) {
  case LUA_TBOOLEAN: return 0;
  case LUA_TNUMBER: return 1;
  case LUA_TSTRING: return 2;
  case LUA_TLIGHTUSERDATA: return 3;
  default: return -1;
  }
}

bool xl_order_key(lua_State *L, int index, xl_key *key) {
  int type = lua_type(L, index);
  int rank = rank_of(type);
  if (rank < 0) return false;
  key->rank = (uint8_t)rank;
  key->floating = false;
  switch (type) {
  case LUA_TBOOLEAN: key->u.integer = lua_toboolean(L, index); break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      key->u.integer = lua_tointeger(L, index);
    } else {
      key->floating = true;
      key->u.number = lua_tonumber(L, index);
    }
    break;
  case LUA_TSTRING: key->u.text.bytes = lua_tolstring(L, index, &key->u.text.length); break;
  default: {
    uint64_t h = xl_bits(L, index);
    xl_engine *e = xl_of(L);
    xl_kind *k = e->kinds[xl_kind_of(h)];
    bool quantity = k && k->flavour == XL_QUANTITY;
    key->u.handle.kind = xl_kind_of(h);
    key->u.handle.value = quantity ? xl_quantity_value(h) : (int64_t)(h & 0xFFFFFFFFFFFFFFull);
  }
  }
  return true;
}

static int compare_mixed(int64_t i, double f) {
  if (f >= 0x1p63) return -1;
  if (f < -0x1p63) return 1;
  double whole = floor(f);
  int64_t w = (int64_t)whole;
  if (i != w) return i < w ? -1 : 1;
  return f > whole ? -1 : 0;
}

int xl_order_compare(const xl_key *a, const xl_key *b) {
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  switch (a->rank) {
  case 1:
    if (a->floating && b->floating) return a->u.number < b->u.number ? -1 : a->u.number > b->u.number;
    if (a->floating) return -compare_mixed(b->u.integer, a->u.number);
    if (b->floating) return compare_mixed(a->u.integer, b->u.number);
    return a->u.integer < b->u.integer ? -1 : a->u.integer > b->u.integer;
  case 0: return a->u.integer < b->u.integer ? -1 : a->u.integer > b->u.integer;
  case 2: {
    size_t n = a->u.text.length < b->u.text.length ? a->u.text.length : b->u.text.length;
    int c = n ? memcmp(a->u.text.bytes, b->u.text.bytes, n) : 0;
    if (c) return c < 0 ? -1 : 1;
    return a->u.text.length < b->u.text.length ? -1 : a->u.text.length > b->u.text.length;
  }
  default:
    if (a->u.handle.kind != b->u.handle.kind) return a->u.handle.kind < b->u.handle.kind ? -1 : 1;
    return a->u.handle.value < b->u.handle.value ? -1 : a->u.handle.value > b->u.handle.value;
  }
}

// Merge sort: stable, no worst case, and it looks at the kill flag.
void xl_order_sort(lua_State *L, xl_engine *e, xl_key *keys, xl_key *spare, size_t n) {
  for (size_t i = 1; i < n; i++) {  // runs of eight by insertion
    if (i % 8 == 0) continue;
    xl_key key = keys[i];
    size_t j = i;
    while (j % 8 != 0 && xl_order_compare(&key, &keys[j - 1]) < 0) {
      keys[j] = keys[j - 1];
      j--;
    }
    keys[j] = key;
  }
  xl_key *from = keys, *to = spare;
  for (size_t width = 8; width < n; width *= 2) {
    for (size_t low = 0; low < n; low += 2 * width) {
      xl_poll(L, e);
      size_t middle = low + width < n ? low + width : n, high = low + 2 * width < n ? low + 2 * width : n;
      size_t a = low, b = middle;
      for (size_t o = low; o < high; o++) {
        if ((o & 4095) == 0) xl_poll(L, e);
        bool left = a < middle && (b >= high || xl_order_compare(&from[a], &from[b]) <= 0);
        to[o] = left ? from[a++] : from[b++];
      }
    }
    xl_key *swap = from;
    from = to;
    to = swap;
  }
  if (from != keys) memcpy(keys, from, n * sizeof *keys);
}

typedef struct walk {
  size_t at, count;
  uint32_t order[];
} walk;

static int walk_next(lua_State *L) {
  walk *w = lua_touserdata(L, lua_upvalueindex(3));
  xl_engine *e = xl_of(L);
  while (w->at < w->count) {
    xl_poll(L, e);
    lua_rawgeti(L, lua_upvalueindex(2), (lua_Integer)w->order[w->at++]);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 2;
    lua_pop(L, 2);  // set to nil on the way
  }
  lua_pushnil(L);
  return 1;
}

static int sequence_next(lua_State *L) {
  lua_Integer count = lua_tointeger(L, lua_upvalueindex(2));
  lua_Integer at = luaL_optinteger(L, 2, 0);
  if (at < 0) at = 0;
  xl_engine *e = xl_of(L);
  while (at < count) {
    xl_poll(L, e);
    at++;
    if (lua_rawgeti(L, lua_upvalueindex(1), at) != LUA_TNIL) {
      lua_pushinteger(L, at);
      lua_insert(L, -2);
      return 2;
    }
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  return 1;
}

static int refuse_key(lua_State *L, int index) {
  return luaL_error(L, "`pairs` cannot put keys in order that are %ss\nhelp: keep them in a sequence", luaL_typename(L, index));
}

int xl_pairs(lua_State *L) {
  xl_engine *e = xl_of(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  // A table that is nothing but a sequence needs no sorting: the library's own traversal then gives 1, 2, 3… (To look whether
  // anything comes after the last index is not enough: that index may stand among the other keys.)
  lua_Integer length = 0;
  bool sequence = true;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    sequence = lua_isinteger(L, 2) && lua_tointeger(L, 2) == length + 1;
    if (!sequence) break;
    if ((++length & 4095) == 0) xl_poll(L, e);
  }
  if (sequence) {
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, length);
    lua_pushcclosure(L, sequence_next, 2);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
  }
  lua_settop(L, 1);
  lua_newtable(L);  // 2: keys as they come
  size_t count = 0;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    if (rank_of(lua_type(L, -1)) < 0) return refuse_key(L, -1);
    if ((count & 1023) == 0) xl_poll(L, e);
    lua_pushvalue(L, -1);
    lua_rawseti(L, 2, (lua_Integer)++count);
  }
  walk *w = lua_newuserdatauv(L, sizeof *w + count * sizeof *w->order, 0);  // 3
  xl_key few[32];
  xl_key *keys = few;
  if (count > 16) keys = lua_newuserdatauv(L, 2 * count * sizeof *keys, 0);
  for (size_t i = 0; i < count; i++) {
    if ((i & 1023) == 0) xl_poll(L, e);
    lua_rawgeti(L, 2, (lua_Integer)i + 1);
    xl_order_key(L, -1, &keys[i]);
    keys[i].origin = (uint32_t)i + 1;
    lua_pop(L, 1);
  }
  xl_order_sort(L, e, keys, keys + count, count);
  w->at = 0;
  w->count = count;
  for (size_t i = 0; i < count; i++) w->order[i] = keys[i].origin;
  lua_settop(L, 3);
  lua_pushvalue(L, 1);
  lua_insert(L, 2);  // 1: table, 2: table, 3: keys, 4: walk
  lua_pushcclosure(L, walk_next, 3);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// `next` goes by the same order: each step looks at every key.
int xl_next(lua_State *L) {
  xl_engine *e = xl_of(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  xl_key after, best, key;
  bool first = lua_type(L, 2) == LUA_TNIL, found = false;
  if (!first && !xl_order_key(L, 2, &after)) return refuse_key(L, 2);
  lua_pushnil(L);  // 3: the best key
  lua_pushnil(L);
  for (size_t count = 0; lua_next(L, 1); count++) {
    lua_pop(L, 1);
    if ((count & 255) == 0) xl_poll(L, e);
    if (!xl_order_key(L, -1, &key)) return refuse_key(L, -1);
    if ((!first && xl_order_compare(&key, &after) <= 0) || (found && xl_order_compare(&key, &best) >= 0)) continue;
    best = key;
    found = true;
    lua_pushvalue(L, -1);
    lua_replace(L, 3);
  }
  lua_settop(L, 3);
  if (!found) return 1;
  lua_pushvalue(L, 3);
  lua_rawget(L, 1);
  return 2;
}
