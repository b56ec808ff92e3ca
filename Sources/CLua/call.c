// Protected calls out of Swift, and calls of Swift out of Lua.

#include "internal.h"

#include <stdio.h>

// MARK: Errors

static void set_message(xl_engine *e, const char *bytes, size_t length) {
  if (length > XL_MAX_MESSAGE) {
    length = XL_MAX_MESSAGE;
    // Not in the middle of a character.
    while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80) length--;
  }
  memcpy(e->message, bytes, length);
  e->message_length = length;
}

static void set_text(xl_engine *e, const char *text) { set_message(e, text, strlen(text)); }

static void copy(char *to, size_t room, const char *from) {
  size_t n = strlen(from);
  if (n >= room) {
    n = room - 1;
    while (n > 0 && ((unsigned char)from[n] & 0xC0) == 0x80) n--;
  }
  memcpy(to, from, n);
  to[n] = 0;
}

// Only Lua functions: what the host does between them is noise to who wrote the script.
static void trace(lua_State *L, xl_engine *e, int level, const char *what) {
  lua_Debug ar;
  e->frame_count = 0;
  ar.name = NULL;
  for (; e->frame_count < XL_MAX_FRAMES && level < 200 && lua_getstack(L, level, &ar); level++) {
    if (!lua_getinfo(L, what, &ar) || ar.currentline < 0) continue;
    xl_frame *f = &e->frames[e->frame_count++];
    copy(f->source, sizeof f->source, ar.short_src);
    f->line = ar.currentline;
    copy(f->name, sizeof f->name, ar.name ? ar.name : *ar.what == 'm' ? "main chunk" : "");
  }
}

// Lua calls no handler when memory is out, and the frames are gone when the call returns: the allocator notes them as it
// refuses. `S` and `l` allocate nothing and read what is whole at every allocation (the chain of calls and their code).
void xl_note_refusal(xl_engine *e) {
  if (e->depth > 0) trace(e->L, e, 0, "Sl");
}

// The message handler of every protected call from Swift. It allocates nothing that it need not, and the error value stays.
int xl_on_error(lua_State *L) {
  xl_engine *e = xl_of(L);
  e->code_length = 0;
  if (e->kill != XL_KILLED_MEMORY || e->frame_count == 0) trace(L, e, 1, "Sln");
  if (e->kill) {
    set_text(e, XL_KILL_TEXT);
    return 1;
  }
  size_t length;
  switch (lua_type(L, 1)) {
  case LUA_TSTRING: {
    const char *bytes = lua_tolstring(L, 1, &length);
    set_message(e, bytes, length);
    break;
  }
  case LUA_TTABLE: {
    // error { code = "…", message = "…" }
    if (lua_checkstack(L, 4)) {
      lua_pushliteral(L, "code");
      if (lua_rawget(L, 1) == LUA_TSTRING) {
        const char *bytes = lua_tolstring(L, -1, &length);
        if (length < sizeof e->code) {
          memcpy(e->code, bytes, length);
          e->code_length = length;
        }
      }
      lua_pushliteral(L, "message");
      if (lua_rawget(L, 1) == LUA_TSTRING) {
        const char *bytes = lua_tolstring(L, -1, &length);
        set_message(e, bytes, length);
        lua_settop(L, 1);
        break;
      }
      lua_settop(L, 1);
    }
    set_text(e, "(the error value is a table)");
    break;
  }
  default: {
    char text[160], what[120];
    xl_operand(L, 1, what, sizeof what);
    snprintf(text, sizeof text, "(the error value is %s)", what);
    set_text(e, text);
  }
  }
  return 1;
}

const char *xl_error_message(const xl_engine *e, size_t *length) {
  *length = e->message_length;
  return e->message;
}

const char *xl_error_code(const xl_engine *e, size_t *length) {
  *length = e->code_length;
  return e->code;
}

int32_t xl_error_frames(const xl_engine *e, const xl_frame **frames) {
  *frames = e->frames;
  return e->frame_count;
}

// MARK: Protected calls

// As `lua_pcall` on the function and arguments on top of the stack; on an error nothing is left of them.
int xl_protect(xl_engine *e, int nargs, int nresults) {
  lua_State *L = e->L;
  int base = lua_gettop(L) - nargs;
  if (!lua_checkstack(L, 8)) {
    lua_settop(L, base - 1);
    set_text(e, "stack overflow");
    e->frame_count = 0;
    return XL_ERROR_STACK;
  }
  lua_pushcfunction(L, xl_on_error);
  lua_insert(L, base);
  int host = e->host;
  e->host = 0;
  // Of an earlier error: where no handler runs nothing replaces it.
  e->frame_count = 0;
  e->message_length = e->code_length = 0;
  if (e->depth++ == 0) xl_run_begin(e);
  int status = e->kill ? LUA_ERRRUN : lua_pcall(L, nargs, nresults, base);
  if (--e->depth == 0) xl_run_end(e);
  e->room = 0;  // results take what they need
  e->host = host;
  e->L = L;
  if (status == LUA_OK && !e->kill) {
    lua_remove(L, base);
    return XL_OK;
  }
  if (status == LUA_ERRMEM) xl_stop(e, XL_KILLED_MEMORY);
  lua_settop(L, base - 1);
  switch (e->kill) {
  case XL_KILLED_TIME: return XL_ERROR_TIME;
  case XL_KILLED_CANCEL: return XL_ERROR_CANCEL;
  case XL_KILLED_MEMORY: return XL_ERROR_MEMORY;
  default: break;
  }
  if (status == LUA_ERRERR) {
    e->frame_count = 0;
    set_text(e, "stack overflow while an error was handled");
  }
  return XL_ERROR_RUNTIME;
}

// A run with too little C stack below it goes to a thread of its own.
typedef struct run_elsewhere {
  xl_engine *e, *outer;
  int arguments, status;
} run_elsewhere;

static void *elsewhere(void *p) {
  run_elsewhere *r = p;
  xl_set_current(r->outer);
  r->status = xl_protect(r->e, r->arguments, LUA_MULTRET);
  return NULL;
}

static _Thread_local char *stack_low;

static size_t stack_left(void) {
  if (!stack_low) {
    pthread_attr_t attributes;
    void *low = NULL;
    size_t size = 0, guard = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return SIZE_MAX;
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_getguardsize(&attributes, &guard);
    pthread_attr_destroy(&attributes);
    if (!low) return SIZE_MAX;
    stack_low = (char *)low + guard;
  }
  char here;
  return &here > stack_low ? (size_t)(&here - stack_low) : 0;
}

int32_t xl_run(xl_engine *e, int32_t arguments) {
  if (e->depth > 0 || stack_left() >= e->config.stack) return xl_protect(e, arguments, LUA_MULTRET);
  run_elsewhere r = {e, xl_current(), arguments, XL_ERROR_STACK};
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
  xl_delegate(e);
  int failed = pthread_create(&thread, &attributes, elsewhere, &r);
  pthread_attr_destroy(&attributes);
  if (failed) {
    xl_delegate(NULL);
    lua_settop(e->L, lua_gettop(e->L) - arguments - 1);
    e->frame_count = 0;
    set_text(e, "no thread could be made to run on");
    return XL_ERROR_STACK;
  }
  pthread_join(thread, NULL);
  xl_delegate(NULL);
  return r.status;
}

int32_t xl_run_set_up(xl_engine *e) {
  size_t limit = e->limit, used = e->used;
  e->limit = SIZE_MAX;
  int32_t status = xl_run(e, 0);
  e->limit = e->used > used && limit < SIZE_MAX - (e->used - used) ? limit + (e->used - used) : limit;
  return status;
}

static int load_protected(lua_State *L) {
  const char *bytes = lua_touserdata(L, 1);
  size_t length = (size_t)lua_tointeger(L, 2);
  const char *name = lua_touserdata(L, 3);
  if (luaL_loadbufferx(L, bytes, length, name, "t") != LUA_OK) return lua_error(L);
  if (lua_type(L, 4) == LUA_TTABLE) {
    lua_pushvalue(L, 4);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  }
  return 1;
}

int32_t xl_load(xl_engine *e, int32_t environment, const char *bytes, size_t length, const char *name) {
  lua_State *L = e->L;
  if (!e->config.unrestricted) {
    char message[256];
    if (!xl_scan(bytes, length, name, message, sizeof message)) {
      e->frame_count = 0;
      e->code_length = 0;
      set_text(e, message);
      return XL_ERROR_REFUSED;
    }
  }
  if (!lua_checkstack(L, 8)) {
    set_text(e, "stack overflow");
    return XL_ERROR_STACK;
  }
  lua_pushcfunction(L, load_protected);
  lua_pushlightuserdata(L, (void *)bytes);
  lua_pushinteger(L, (lua_Integer)length);
  lua_pushlightuserdata(L, (void *)name);
  if (environment)
    xl_push_reference(e, environment);
  else
    lua_pushnil(L);
  int status = xl_run(e, 4);
  return status == XL_ERROR_RUNTIME ? XL_ERROR_SYNTAX : status;
}

// MARK: Calls into Swift

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
