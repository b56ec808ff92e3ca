#ifndef XL_ORDER_H
#define XL_ORDER_H

#include "internal.h"

typedef struct xl_key {
  union {
    int64_t integer;
    double number;
    struct {
      const char *bytes;
      size_t length;
    } text;
    struct {
      uint32_t kind;
      int64_t value;
    } handle;
  } u;
  uint32_t origin;
  uint8_t rank;
  bool floating;
} xl_key;

// False for values that have no order of their own: tables, functions.
bool xl_order_key(lua_State *L, int index, xl_key *key);
int xl_order_compare(const xl_key *a, const xl_key *b);
// `spare` has as much room as `keys`.
void xl_order_sort(lua_State *L, xl_engine *e, xl_key *keys, xl_key *spare, size_t n);
int xl_pairs(lua_State *L);
int xl_next(lua_State *L);

#endif
