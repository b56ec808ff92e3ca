// What quantities can be added to, multiplied by and compared with, by kind; exact, or an error.

#include "internal.h"

enum { ADD, SUBTRACT, MULTIPLY, DIVIDE, FLOOR, MODULO };
static const char *const doing[] = {"added to", "subtracted from", "multiplied by", "divided by", "divided by", "divided by"};

static int refuse(lua_State *L, int op) {
  char a[120], b[120];
  xl_operand(L, 1, a, sizeof a);
  xl_operand(L, 2, b, sizeof b);
  if (op == ADD || op == SUBTRACT) return luaL_error(L, "%s cannot be %s %s", b, doing[op], a);
  return luaL_error(L, "%s cannot be %s %s", a, doing[op], b);
}

static int overflow(lua_State *L, uint32_t kind) {
  return luaL_error(L, "the result does not fit into a %s", xl_kind_name(xl_of(L), kind));
}

static int give(lua_State *L, uint32_t kind, int64_t value) {
  uint64_t h;
  if (!xl_quantity_make(kind, value, &h)) return overflow(L, kind);
  xl_push_bits(L, h);
  return 1;
}

// The operands of a metamethod may be anything: both are looked at.
static xl_kind *quantity(lua_State *L, int index, uint32_t *kind, int64_t *value) {
  if (lua_type(L, index) != LUA_TLIGHTUSERDATA) return NULL;
  uint64_t h = xl_bits(L, index);
  xl_kind *k = xl_kind_at(xl_of(L), h);
  if (!k || k->flavour != XL_QUANTITY) return NULL;
  *kind = xl_kind_of(h);
  *value = xl_quantity_value(h);
  return k;
}

static bool whole(lua_State *L, int index, int64_t *value) {
  int exact;
  if (lua_type(L, index) != LUA_TNUMBER) return false;
  *value = lua_tointegerx(L, index, &exact);
  return exact;
}

static int64_t floor_divide(int64_t a, int64_t b) {
  int64_t q = a / b;
  return q - (a % b != 0 && (a ^ b) < 0);
}

static int arithmetic(lua_State *L, int op) {
  uint32_t ka = 0, kb = 0;
  int64_t a = 0, b = 0;
  xl_kind *qa = quantity(L, 1, &ka, &a), *qb = quantity(L, 2, &kb, &b);
  // Values are of 56 bits, so sums and differences of two never overflow 64.
  switch (op) {
  case ADD:
    if (qa && qb) {
      if (ka == kb && qa->algebra == XL_LINEAR) return give(L, ka, a + b);
      if (qa->algebra == XL_AFFINE && qa->difference == kb) return give(L, ka, a + b);
      if (qb->algebra == XL_AFFINE && qb->difference == ka) return give(L, kb, a + b);
    }
    break;
  case SUBTRACT:
    if (qa && qb) {
      if (ka == kb && qa->algebra == XL_LINEAR) return give(L, ka, a - b);
      if (ka == kb && qa->algebra == XL_AFFINE && qa->difference) return give(L, qa->difference, a - b);
      if (qa->algebra == XL_AFFINE && qa->difference == kb) return give(L, ka, a - b);
    }
    break;
  case MULTIPLY: {
    int64_t product;
    if (qa && qa->algebra == XL_LINEAR && whole(L, 2, &b)) {
      if (__builtin_mul_overflow(a, b, &product)) return overflow(L, ka);
      return give(L, ka, product);
    }
    if (qb && qb->algebra == XL_LINEAR && whole(L, 1, &a)) {
      if (__builtin_mul_overflow(a, b, &product)) return overflow(L, kb);
      return give(L, kb, product);
    }
    break;
  }
  case DIVIDE:
    if (qa && qa->algebra == XL_LINEAR && whole(L, 2, &b)) {
      if (b == 0) return luaL_error(L, "division of %s %s by zero", xl_article(qa->name), qa->name);
      if (a % b != 0)
        return luaL_error(
          L, "this %s cannot be divided by %I without a remainder\nhelp: `//` rounds down", qa->name, (LUAI_UACINT)b);
      return give(L, ka, a / b);
    }
    if (qa && qb && ka == kb && qa->algebra == XL_LINEAR)
      return luaL_error(
        L, "%s %s divided by another is no %s\nhelp: `//` counts how often it goes in whole", xl_article(qa->name), qa->name,
        qa->name);
    break;
  case FLOOR:
  case MODULO: {
    bool same = qa && qb && ka == kb;
    if (qa && qa->algebra == XL_LINEAR && (same || (op == FLOOR && !qb && whole(L, 2, &b)))) {
      if (b == 0) return luaL_error(L, "division of %s %s by zero", xl_article(qa->name), qa->name);
      int64_t times = floor_divide(a, b);
      if (op == MODULO) return give(L, ka, a - times * b);
      if (!same) return give(L, ka, times);
      lua_pushinteger(L, times);
      return 1;
    }
    break;
  }
  default: break;
  }
  return refuse(L, op);
}

static int handle_add(lua_State *L) { return arithmetic(L, ADD); }
static int handle_sub(lua_State *L) { return arithmetic(L, SUBTRACT); }
static int handle_mul(lua_State *L) { return arithmetic(L, MULTIPLY); }
static int handle_div(lua_State *L) { return arithmetic(L, DIVIDE); }
static int handle_idiv(lua_State *L) { return arithmetic(L, FLOOR); }
static int handle_mod(lua_State *L) { return arithmetic(L, MODULO); }

static int handle_unm(lua_State *L) {
  uint32_t kind;
  int64_t value;
  xl_kind *k = quantity(L, 1, &kind, &value);
  if (k && k->algebra == XL_LINEAR) return give(L, kind, -value);
  char a[120];
  xl_operand(L, 1, a, sizeof a);
  return luaL_error(L, "%s cannot be negated", a);
}

static bool compare(lua_State *L, int64_t *a, int64_t *b) {
  uint32_t ka, kb;
  if (quantity(L, 1, &ka, a) && quantity(L, 2, &kb, b) && ka == kb) return true;
  char ta[120], tb[120];
  xl_operand(L, 1, ta, sizeof ta);
  xl_operand(L, 2, tb, sizeof tb);
  luaL_error(L, "%s cannot be compared with %s", ta, tb);
  return false;
}

static int handle_lt(lua_State *L) {
  int64_t a = 0, b = 0;
  compare(L, &a, &b);
  lua_pushboolean(L, a < b);
  return 1;
}

static int handle_le(lua_State *L) {
  int64_t a = 0, b = 0;
  compare(L, &a, &b);
  lua_pushboolean(L, a <= b);
  return 1;
}

const luaL_Reg xl_algebra[] = {
  {"__add", handle_add}, {"__sub", handle_sub}, {"__mul", handle_mul}, {"__div", handle_div}, {"__idiv", handle_idiv},
  {"__mod", handle_mod}, {"__unm", handle_unm}, {"__lt", handle_lt},   {"__le", handle_le},   {NULL, NULL},
};
