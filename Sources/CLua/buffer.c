#include "internal.h"

void xl_buffer_open(lua_State *L, xl_buffer *b) {
  b->L = L;
  b->e = xl_of(L);
  b->bytes = b->first;
  b->length = 0;
  b->room = sizeof b->first;
  luaL_checkstack(L, 4, NULL);
  lua_pushnil(L);
  b->slot = lua_gettop(L);
}

// Returns where the next `more` bytes go.
char *xl_buffer_reserve(xl_buffer *b, size_t more) {
  if (XL_LIKELY(b->room - b->length >= more)) return b->bytes + b->length;
  xl_poll(b->L, b->e);
  size_t largest = b->e->config.unrestricted ? (size_t)PTRDIFF_MAX : b->e->config.max_string;
  if (more > largest || b->length > largest - more) xl_raise_memory(b->L, b->e);
  size_t room = b->room * 2;
  if (room < b->length + more) room = b->length + more;
  char *block = lua_newuserdatauv(b->L, room, 0);
  memcpy(block, b->bytes, b->length);
  lua_replace(b->L, b->slot);
  b->bytes = block;
  b->room = room;
  return b->bytes + b->length;
}

void xl_buffer_add(xl_buffer *b, const char *bytes, size_t length) {
  if (!length) return;
  memcpy(xl_buffer_reserve(b, length), bytes, length);
  b->length += length;
}

void xl_buffer_push(xl_buffer *b) { lua_pushlstring(b->L, b->bytes, b->length); }
