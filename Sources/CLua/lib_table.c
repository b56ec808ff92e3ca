// The table library. Tables of scripts have no metatables, so access is raw; every loop looks at the kill flag.

#include "internal.h"

#include "order.h"

static lua_Integer length_of(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  return (lua_Integer)lua_rawlen(L, 1);
}

#define POLL_EVERY(L, e, i) \
  if (((i) & 1023) == 0) xl_poll(L, e)

static int table_insert(lua_State *L) {
  xl_engine *e = xl_of(L);
  // (A table may end at the largest integer: the library wraps round there, too.)
  lua_Integer end = (lua_Integer)((lua_Unsigned)length_of(L) + 1), at = end;
  switch (lua_gettop(L)) {
  case 2: break;
  case 3:
    at = luaL_checkinteger(L, 2);
    luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)end, 2, "position out of bounds");
    for (lua_Integer i = end; i > at; i--) {
      POLL_EVERY(L, e, i);
      lua_rawgeti(L, 1, i - 1);
      lua_rawseti(L, 1, i);
    }
    break;
  default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_rawseti(L, 1, at);
  return 0;
}

static int table_remove(lua_State *L) {
  xl_engine *e = xl_of(L);
  lua_Integer size = length_of(L), at = luaL_optinteger(L, 2, size);
  if (at != size) luaL_argcheck(L, (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  lua_rawgeti(L, 1, at);
  for (; at < size; at++) {
    POLL_EVERY(L, e, at);
    lua_rawgeti(L, 1, at + 1);
    lua_rawseti(L, 1, at);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, at);
  return 1;
}

static int table_move(lua_State *L) {
  xl_engine *e = xl_of(L);
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, target, LUA_TTABLE);
  if (last >= first) {
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool forward = to > last || to <= first || (target != 1 && !lua_rawequal(L, 1, target));
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer k = forward ? i : count - 1 - i;
      POLL_EVERY(L, e, i);
      lua_rawgeti(L, 1, first + k);
      lua_rawseti(L, target, to + k);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static int table_concat(lua_State *L) {
  lua_Integer last = length_of(L);
  size_t separator_length;
  const char *separator = luaL_optlstring(L, 2, "", &separator_length);
  lua_Integer i = luaL_optinteger(L, 3, 1);
  last = luaL_optinteger(L, 4, last);
  xl_buffer b;
  xl_buffer_open(L, &b);
  for (; i <= last; i++) {
    POLL_EVERY(L, b.e, i);
    lua_rawgeti(L, 1, i);
    if (XL_UNLIKELY(!lua_isstring(L, -1)))
      return luaL_error(
        L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1), (LUAI_UACINT)i);
    size_t n;
    const char *s = lua_tolstring(L, -1, &n);
    xl_buffer_add(&b, s, n);
    lua_pop(L, 1);
    if (i == last) break;  // `last` may be the largest integer
    xl_buffer_add(&b, separator, separator_length);
  }
  xl_buffer_push(&b);
  return 1;
}

static int table_pack(lua_State *L) {
  int n = lua_gettop(L);
  lua_createtable(L, n, 1);
  lua_insert(L, 1);
  for (int i = n; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, n);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer i = luaL_optinteger(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? (lua_Integer)lua_rawlen(L, 1) : luaL_checkinteger(L, 3);
  if (i > last) return 0;
  lua_Unsigned n = (lua_Unsigned)last - (lua_Unsigned)i;
  if (n >= (unsigned int)INT_MAX || !lua_checkstack(L, (int)++n)) return luaL_error(L, "too many results to unpack");
  for (lua_Unsigned k = 0; k < n; k++) {
    if ((k & 65535) == 0) xl_poll(L, xl_of(L));
    lua_rawgeti(L, 1, (lua_Integer)((lua_Unsigned)i + k));
  }
  return (int)n;
}

// MARK: Sorting: a stable merge sort (the original takes its pivots from the clock). Items stay where they are in a copy;
// what moves is their numbers.

enum { TABLE = 1, COMPARATOR = 2, ITEMS = 3, LEFT = 4, RIGHT = 5 };

typedef struct sorting {
  lua_State *L;
  xl_engine *e;
  bool comparator;
} sorting;

// Is the item at RIGHT before the item at LEFT?
static inline bool right_first(const sorting *s) {
  lua_State *L = s->L;
  if (!s->comparator) return lua_compare(L, RIGHT, LEFT, LUA_OPLT);
  lua_pushvalue(L, COMPARATOR);
  lua_pushvalue(L, RIGHT);
  lua_pushvalue(L, LEFT);
  lua_call(L, 2, 1);
  bool less = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return less;
}

static inline void fetch(const sorting *s, int side, uint32_t item) {
  lua_rawgeti(s->L, ITEMS, item);
  lua_replace(s->L, side);
}

// Sorts `order` in place. Halves are finished while they are in the cache, and of two items that are compared one has been
// there before.
static void merge_sort(const sorting *s, uint32_t *order, uint32_t *spare, size_t n) {
  if (n < 2) return;
  size_t half = n / 2, a = 0, b = half, o = 0;
  merge_sort(s, order, spare, half);
  merge_sort(s, order + half, spare, n - half);
  xl_poll(s->L, s->e);
  fetch(s, RIGHT, order[half]);
  if (n >= 8) {  // already in order?
    fetch(s, LEFT, order[half - 1]);
    if (!right_first(s)) return;
  }
  memcpy(spare, order, half * sizeof *order);
  fetch(s, LEFT, spare[0]);
  for (;;) {
    if (right_first(s)) {
      order[o++] = order[b++];
      if (b == n) break;
      fetch(s, RIGHT, order[b]);
    } else {
      order[o++] = spare[a++];
      if (a == half) return;  // the rest is in its place
      fetch(s, LEFT, spare[a]);
    }
  }
  memcpy(order + o, spare + a, (half - a) * sizeof *order);
}

static int table_sort(lua_State *L) {
  xl_engine *e = xl_of(L);
  lua_Integer length = length_of(L);
  if (length < 2) return 0;
  luaL_argcheck(L, length < INT_MAX, 1, "array too big");
  bool comparator = !lua_isnoneornil(L, 2);
  if (comparator) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  size_t n = (size_t)length;
  lua_createtable(L, (int)n, 0);  // ITEMS
  lua_settop(L, RIGHT);
  bool numbers = !comparator, strings = !comparator;
  for (size_t i = 1; i <= n; i++) {
    POLL_EVERY(L, e, i);
    int type = lua_rawgeti(L, TABLE, (lua_Integer)i);
    numbers &= type == LUA_TNUMBER;
    strings &= type == LUA_TSTRING;
    lua_rawseti(L, ITEMS, (lua_Integer)i);
  }
  uint32_t *order = lua_newuserdatauv(L, 2 * n * sizeof *order, 0);
  if (numbers || strings) {
    xl_key *keys = lua_newuserdatauv(L, 2 * n * sizeof *keys, 0);
    for (size_t i = 0; i < n; i++) {
      POLL_EVERY(L, e, i);
      lua_rawgeti(L, ITEMS, (lua_Integer)i + 1);
      xl_order_key(L, -1, &keys[i]);  // the strings stay alive in ITEMS
      keys[i].origin = (uint32_t)i + 1;
      lua_pop(L, 1);
    }
    xl_order_sort(L, e, keys, keys + n, n);
    for (size_t i = 0; i < n; i++) order[i] = keys[i].origin;
  } else {
    for (size_t i = 0; i < n; i++) order[i] = (uint32_t)i + 1;
    merge_sort(&(sorting){L, e, comparator}, order, order + n, n);
  }
  for (size_t i = 0; i < n; i++) {
    POLL_EVERY(L, e, i);
    lua_rawgeti(L, ITEMS, order[i]);
    lua_rawseti(L, TABLE, (lua_Integer)i + 1);
  }
  return 0;
}

int xl_open_table(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"move", table_move}, {"pack", table_pack},
    {"remove", table_remove}, {"sort", table_sort},     {"unpack", table_unpack}, {NULL, NULL},
  };
  luaL_newlib(L, functions);
  return 1;
}
