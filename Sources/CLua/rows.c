// What a generic `for` over rows needs. Stepping is C alone; what is pushed here counts against the host's credit.

#include "internal.h"

// `for c in …`: the state is a handle one past the last row (it names no row), the control variable the row before. No
// closure, no memory.
static int range_next(lua_State *L) {
  if (lua_type(L, 1) != LUA_TLIGHTUSERDATA) return luaL_error(L, "this iterator is for a generic `for`");
  uint64_t end = xl_bits(L, 1);
  uint64_t next = end & ~(uint64_t)UINT32_MAX;
  if (lua_type(L, 2) == LUA_TLIGHTUSERDATA) {
    uint64_t at = xl_bits(L, 2);
    if ((at ^ end) >> 32) return luaL_error(L, "this iterator is for a generic `for`");
    next = at + 1;
  }
  if (next >= end) return lua_pushnil(L), 1;
  xl_push_bits(L, next);
  return 1;
}

typedef struct row_list {
  uint64_t base;
  size_t at, count;
  uint32_t rows[];
} row_list;

static int list_next(lua_State *L) {
  row_list *list = lua_touserdata(L, lua_upvalueindex(1));
  if (list->at >= list->count) return lua_pushnil(L), 1;
  xl_push_bits(L, list->base | list->rows[list->at++]);
  return 1;
}

typedef struct row_bits {
  uint64_t base, rest;
  size_t word, words;
  uint64_t bits[];
} row_bits;

static int bits_next(lua_State *L) {
  row_bits *set = lua_touserdata(L, lua_upvalueindex(1));
  while (!set->rest) {
    if (++set->word >= set->words) {
      set->word = set->words;
      return lua_pushnil(L), 1;
    }
    set->rest = set->bits[set->word];
  }
  uint64_t row = set->word * 64 + (uint64_t)__builtin_ctzll(set->rest);
  set->rest &= set->rest - 1;
  xl_push_bits(L, set->base | row);
  return 1;
}

bool xl_push_range(xl_engine *e, uint32_t kind, uint32_t count) {
  if (kind == 0 || kind > e->kind_count || !xl_take(e, 3)) return false;
  lua_pushcfunction(e->L, range_next);
  xl_push_bits(e->L, xl_row_make(e, kind, count));
  lua_pushnil(e->L);
  return true;
}

// Room for a block of `bytes`, and for the three values.
static void *block(xl_engine *e, size_t bytes) {
  if (!xl_credit(e, bytes) || !xl_take(e, 3)) return NULL;
  e->host++;
  void *p = lua_newuserdatauv(e->L, bytes, 0);
  e->host--;
  return p;
}

static void push_iterator(xl_engine *e, lua_CFunction step) {
  e->host++;
  lua_pushcclosure(e->L, step, 1);
  e->host--;
  lua_pushnil(e->L);
  lua_pushnil(e->L);
}

bool xl_push_rows(xl_engine *e, uint32_t kind, const uint32_t *rows, size_t count) {
  if (kind == 0 || kind > e->kind_count || count > UINT32_MAX) return false;
  row_list *list = block(e, sizeof *list + count * sizeof *rows);
  if (!list) return false;
  list->base = xl_row_make(e, kind, 0);
  list->at = 0;
  list->count = count;
  if (count) memcpy(list->rows, rows, count * sizeof *rows);
  push_iterator(e, list_next);
  return true;
}

bool xl_push_bitmap(xl_engine *e, uint32_t kind, const uint64_t *words, size_t rows) {
  if (kind == 0 || kind > e->kind_count || rows > UINT32_MAX) return false;
  size_t count = (rows + 63) / 64;
  row_bits *set = block(e, sizeof *set + count * sizeof *words);
  if (!set) return false;
  set->base = xl_row_make(e, kind, 0);
  set->words = count;
  if (count) memcpy(set->bits, words, count * sizeof *words);
  if (rows % 64) set->bits[count - 1] &= (UINT64_C(1) << rows % 64) - 1;
  set->word = 0;
  set->rest = count ? set->bits[0] : 0;
  push_iterator(e, bits_next);
  return true;
}
