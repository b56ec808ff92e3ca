// Host functions: calls of scripts into Swift, their arguments and results.

#include "internal.h"

xl_host *xl_host_new(xl_engine *e, const char *name, uint32_t receiver, xl_host_fn function, void *context) {
  size_t length = strlen(name);
  xl_host *h = malloc(sizeof *h + length + 1);
  if (!h) return NULL;
  h->function = function;
  h->context = context;
  h->receiver = receiver;
  h->next = e->hosts;
  memcpy(h->name, name, length + 1);
  e->hosts = h;
  return h;
}

const char *xl_host_name(const xl_host *h) { return h->name; }

void xl_host_rebind(xl_host *h, void *context) { h->context = context; }

__attribute__((noinline, cold)) static int raise_after(lua_State *L, xl_engine *e, int n) {
  if (e->kill) xl_raise_kill(L);
  if (e->used > e->limit) {
    // What Swift pushed may be garbage already; only what stays after a collection counts.
    lua_gc(L, LUA_GCCOLLECT);
    if (e->used > e->limit) xl_raise_memory(L, e);
  }
  return n < 0 ? lua_error(L) : n;
}

// Everything of Swift's is off the stack when this raises. Called where LUA_MINSTACK slots, or nearly, are free.
static inline int invoke(lua_State *L, xl_host *h, int base, uint64_t receiver) {
  xl_engine *e = xl_of(L);
  xl_poll(L, e);
  xl_call call = {e, h, receiver, base, 0};
  lua_State *saved = e->L;
  int room = e->room;
  e->L = L;
  e->room = XL_ROOM;
  e->host++;
  int n = h->function(h->context, &call);
  e->host--;
  e->room = room;
  e->L = saved;
  if (XL_UNLIKELY(e->kill || e->used > e->limit || n < 0)) return raise_after(L, e, n);
  return n;
}

// For metamethods: the handle itself is the receiver.
int xl_invoke_event(lua_State *L, xl_host *h) { return invoke(L, h, 1, xl_bits(L, 1)); }

static int host_function(lua_State *L) { return invoke(L, lua_touserdata(L, lua_upvalueindex(1)), 0, 0); }

static int host_bound(lua_State *L) {
  int bound = (int)lua_tointeger(L, lua_upvalueindex(2));
  luaL_checkstack(L, bound + LUA_MINSTACK, NULL);
  for (int i = 1; i <= bound; i++) lua_pushvalue(L, lua_upvalueindex(2 + i));
  lua_rotate(L, 1, bound);
  return invoke(L, lua_touserdata(L, lua_upvalueindex(1)), 0, 0);
}

static int host_method(lua_State *L) {
  xl_host *h = lua_touserdata(L, lua_upvalueindex(1));
  // What is no handle gives a null pointer or an address: of kind 0, which none is.
  uint64_t receiver = xl_bits(L, 1);
  if (XL_UNLIKELY(xl_kind_of(receiver) != h->receiver)) {
    char found[120];
    xl_operand(L, 1, found, sizeof found);
    return luaL_error(
      L, "`%s` was called on %s\nhelp: write a colon before a method's name: `x:method()`", h->name, found);
  }
  xl_check_receiver(L, receiver);
  return invoke(L, h, 1, receiver);
}

bool xl_push_host(xl_engine *e, xl_host *h, int32_t bound) {
  lua_State *L = e->L;
  if (bound < 0 || bound > 16 || !lua_checkstack(L, 4 + bound)) return false;
  e->host++;
  lua_pushlightuserdata(L, h);
  if (bound) {
    lua_pushinteger(L, bound);
    lua_rotate(L, -2 - bound, 2);
    lua_pushcclosure(L, host_bound, 2 + bound);
  } else {
    lua_pushcclosure(L, h->receiver ? host_method : host_function, 1);
  }
  e->host--;
  if (e->room > 0) e->room--;
  return true;
}

int32_t xl_call_count(const xl_call *c) { return lua_gettop(c->engine->L) - c->base - c->results; }

__attribute__((noinline, cold)) static int far_slot(const xl_call *c, int32_t index) {
  return index >= 1 && index <= xl_call_count(c) ? c->base + index : 0;
}

// As long as nothing stands above the arguments Lua itself knows where they end. 0: there is none.
static inline int slot(const xl_call *c, int32_t index) {
  if (XL_LIKELY((uint32_t)index - 1 < LUA_MINSTACK - 1 && c->results == 0)) return c->base + index;
  return far_slot(c, index);
}

int32_t xl_call_slot(const xl_call *c, int32_t index) { return far_slot(c, index); }

void xl_call_read(const xl_call *c, int32_t index, xl_value *value) {
  int at = slot(c, index);
  if (at)
    xl_read(c->engine, at, value);
  else
    value->type = XL_NIL;
}

int32_t xl_call_type(const xl_call *c, int32_t index) {
  xl_value v;
  xl_call_read(c, index, &v);
  return v.type;
}

// An integer, or a float with an exact integer value; no text that can be read as one.
__attribute__((noinline, cold)) static xl_integer whole_number(lua_State *L, int at) {
  xl_integer result = {0, false};
  int exact = 0;
  if (at && lua_type(L, at) == LUA_TNUMBER) result.value = lua_tointegerx(L, at, &exact);
  result.found = exact;
  return result;
}

xl_integer xl_call_integer(const xl_call *c, int32_t index) {
  lua_State *L = c->engine->L;
  int at = slot(c, index);
  if (XL_UNLIKELY(!at || !lua_isinteger(L, at))) return whole_number(L, at);
  return (xl_integer){lua_tointegerx(L, at, NULL), true};
}

xl_number xl_call_number(const xl_call *c, int32_t index) {
  lua_State *L = c->engine->L;
  int at = slot(c, index);
  if (XL_UNLIKELY(!at || lua_type(L, at) != LUA_TNUMBER)) return (xl_number){0, false};
  return (xl_number){lua_tonumberx(L, at, NULL), true};
}

xl_handle xl_call_handle(const xl_call *c, int32_t index) {
  lua_State *L = c->engine->L;
  int at = slot(c, index);
  if (XL_UNLIKELY(!at || lua_type(L, at) != LUA_TLIGHTUSERDATA)) return (xl_handle){0, false};
  return (xl_handle){xl_bits(L, at), true};
}

bool xl_return_integer(xl_call *c, int64_t value) {
  if (XL_UNLIKELY(!xl_take(c->engine, 1))) return false;
  lua_pushinteger(c->engine->L, value);
  c->results++;
  return true;
}

bool xl_return_number(xl_call *c, double value) {
  if (XL_UNLIKELY(!xl_take(c->engine, 1))) return false;
  lua_pushnumber(c->engine->L, value);
  c->results++;
  return true;
}

bool xl_return_boolean(xl_call *c, bool value) {
  if (XL_UNLIKELY(!xl_take(c->engine, 1))) return false;
  lua_pushboolean(c->engine->L, value);
  c->results++;
  return true;
}

bool xl_return_handle(xl_call *c, uint64_t handle) {
  if (XL_UNLIKELY(!xl_push_handle(c->engine, handle))) return false;
  c->results++;
  return true;
}

void xl_call_found(const xl_call *c, int32_t index, char *text, size_t room) {
  int at = xl_call_slot(c, index);
  if (at)
    xl_operand(c->engine->L, at, text, room);
  else
    snprintf(text, room, "nothing");
}

void xl_call_fail(xl_call *c, const char *bytes, size_t length, bool position) {
  lua_State *L = c->engine->L;
  c->engine->host++;
  lua_settop(L, c->base);  // there is room for one
  char prefix[XL_MAX_NAME + 64] = "";
  if (position) {
    lua_Debug ar;
    for (int level = 1; level < 20 && lua_getstack(L, level, &ar); level++) {
      lua_getinfo(L, "Sl", &ar);
      if (ar.currentline < 0) continue;
      snprintf(prefix, sizeof prefix, "%s:%d: ", ar.short_src, ar.currentline);
      break;
    }
  }
  size_t n = strlen(prefix);
  if (length > XL_MAX_MESSAGE) length = XL_MAX_MESSAGE;
  char text[XL_MAX_MESSAGE + sizeof prefix];
  memcpy(text, prefix, n);
  memcpy(text + n, bytes, length);
  lua_pushlstring(L, text, n + length);
  c->engine->host--;
}
