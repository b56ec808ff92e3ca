// Protected calls out of Swift, and what an error says.

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
