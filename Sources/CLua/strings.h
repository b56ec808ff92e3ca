#ifndef XL_STRINGS_H
#define XL_STRINGS_H

#include "internal.h"

// A relative position as a start: 1… or beyond the end; negative counts from the end.
static inline size_t xl_start_position(lua_Integer at, size_t length) {
  if (at > 0) return (size_t)at;
  if (at == 0) return 1;
  if (at < -(lua_Integer)length) return 1;
  return length + (size_t)at + 1;
}

// A relative position as an end: 0…length.
static inline size_t xl_end_position(lua_Integer at, size_t length) {
  if (at > (lua_Integer)length) return length;
  if (at >= 0) return (size_t)at;
  if (at < -(lua_Integer)length) return 0;
  return length + (size_t)at + 1;
}

int xl_string_find(lua_State *L);
int xl_string_match(lua_State *L);
int xl_string_gmatch(lua_State *L);
int xl_string_gsub(lua_State *L);
int xl_string_format(lua_State *L);

#endif
