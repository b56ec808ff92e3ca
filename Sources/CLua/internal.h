// Private to CLua: what its files share. `lua.h` is seen here and nowhere in Swift.

#ifndef XL_INTERNAL_H
#define XL_INTERNAL_H

#define _GNU_SOURCE

#include <lua5.4/lua.h>
#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "include/CLua.h"

#if LUA_VERSION_NUM != 504
#error "Lua 5.4 is needed"
#endif

#define XL_LIKELY(x) __builtin_expect(!!(x), 1)
#define XL_UNLIKELY(x) __builtin_expect(!!(x), 0)

#define XL_MAX_NAME 40  // Lua interns strings up to this length, so a field's name is found by its address
#define XL_MAX_FRAMES 20
#define XL_ROOM 16  // what a trampoline promises Swift of the LUA_MINSTACK slots that Lua gives it; the rest is its own
#define XL_MAX_MESSAGE 4096
#define XL_UPVALUE_METHODS 1
#define XL_UPVALUE_DICTIONARIES 2
#define XL_FIRST_DICTIONARY 3
#define XL_FAST_DICTIONARIES 200

struct xl_host {
  xl_host_fn function;
  void *context;
  xl_host *next;
  uint32_t receiver;
  char name[];
};

enum {
  XL_MEMBER_ABSENT = 0,
  XL_MEMBER_UNRESOLVED,
  XL_MEMBER_INT64,
  XL_MEMBER_INT32,
  XL_MEMBER_BITS,
  XL_MEMBER_TEXT,
  XL_MEMBER_REFERENCE,
  XL_MEMBER_COMPUTED,
  XL_MEMBER_METHOD,
};

typedef struct xl_member {
  const void *key;  // address of the interned name; anchored in the registry
  const void *data;
  const uint64_t *known;
  xl_host *host;
  uint32_t dictionary;
  uint32_t method;    // position in the table of methods
  uint8_t storage;
  uint8_t kind;       // quantity shown, or record referred to
  uint8_t lazy;       // goes back to unresolved at `xl_kind_reset`
  char name[XL_MAX_NAME + 1];
} xl_member;

typedef struct xl_slot {
  const void *key;
  xl_member *member;
} xl_slot;

typedef struct xl_kind {
  uint32_t rows;
  uint32_t epoch;
  uint32_t mask;
  uint8_t flavour;
  uint8_t algebra;
  uint8_t difference;
  xl_slot *slots;
  xl_member *members;
  uint32_t member_count;
  xl_host *on[XL_ON_COUNT];
  char name[64];
} xl_kind;

// What `__index` needs for one field of one kind in its present epoch, in one cache line: found by the key's address.
typedef struct xl_hot xl_hot;
struct xl_hot {
  _Alignas(64) const void *key;
  int (*read)(lua_State *L, const xl_hot *field, uint32_t row);
  uint32_t high, rows;  // kind and epoch of the handles it is for
  const void *data;
  const uint64_t *known;
  uint64_t target;      // kind and epoch of what a reference points to
  xl_member *member;
  uint32_t dictionary;
  uint8_t kind;
};

// Places in pairs: a field is in one of two.
#define XL_HOT_BITS 9

typedef struct xl_dictionary {
  const char *bytes;
  const uint32_t *offsets;
  uint32_t count;
} xl_dictionary;

struct xl_canceller {
  atomic_int references;
  atomic_int users;      // threads inside `xl_cancel`'s use of the timer
  atomic_int armed;      // a run with a timer is under way
  atomic_int requested;
  timer_t timer;
};

struct xl_engine {
  lua_State *L;  // the state that runs now
  lua_State *main;
  size_t used, peak, limit;
  int room;                     // slots that are free on the stack of `L` at least
  int host;                     // > 0: Swift is on the stack above, the allocator must not refuse
  volatile sig_atomic_t kill;   // XL_KILLED_…
  volatile sig_atomic_t attention;  // `kill`, or polling instead of the signal
  unsigned polls;
  int depth;                    // protected calls under way
  bool inject, inject_onward;
  uint64_t inject_at, allocations;
  size_t output_used;
  xl_config config;
  xl_kind *kinds[256];
  xl_hot *hot;                  // 1 << XL_HOT_BITS
  uint32_t kind_count;
  xl_dictionary *dictionaries;
  uint32_t dictionary_count, dictionary_room;
  uint32_t method_count;
  xl_host *hosts;
  // the run
  xl_engine *outer;             // the engine whose run this one is nested in, on the same thread
  xl_canceller *canceller;
  int timer_thread;             // 0: no timer
  int timer_process;
  uint64_t timer_owner;         // the thread's serial number: the kernel's own numbers come again
  int64_t deadline;
  sigset_t saved_mask;
  bool mask_changed;
  bool polling;                 // this run looks at the clock itself
  // the last error
  size_t message_length, code_length;
  int frame_count;
  char message[XL_MAX_MESSAGE];
  char code[64];
  xl_frame frames[XL_MAX_FRAMES];
};

static inline xl_engine *xl_of(lua_State *L) { return *(xl_engine **)lua_getextraspace(L); }

// Registry keys (addresses).
extern const char xl_key_index, xl_key_base, xl_key_anchors, xl_key_methods, xl_key_dictionaries, xl_key_references,
  xl_key_handle_metatable;

#define XL_KILL_TEXT "the run was stopped"

// memory.c
void *xl_allocate(void *ud, void *block, size_t osize, size_t nsize);

// call.c
void xl_note_refusal(xl_engine *e);

// kill.c
int xl_kill_setup(xl_engine *e);
void xl_kill_teardown(xl_engine *e);
void xl_run_begin(xl_engine *e);
void xl_run_end(xl_engine *e);
// A run on another thread keeps its place among the runs it is nested in, and the waiting thread passes on its stop.
xl_engine *xl_current(void);
void xl_set_current(xl_engine *e);
void xl_delegate(xl_engine *e);
_Noreturn void xl_raise_kill(lua_State *L);
void xl_stop(xl_engine *e, int reason);
void xl_attend(lua_State *L, xl_engine *e);
// What every loop in C does: stops when the run is to stop. (Without the signal, the loop itself must look at the clock.)
static inline void xl_poll(lua_State *L, xl_engine *e) {
  if (XL_UNLIKELY(e->attention)) xl_attend(L, e);
}
_Noreturn void xl_raise_memory(lua_State *L, xl_engine *e);

// call.c
int xl_protect(xl_engine *e, int nargs, int nresults);
int xl_invoke_event(lua_State *L, xl_host *h);
int xl_on_error(lua_State *L);

// stack.c
bool xl_credit(xl_engine *e, size_t bytes);
bool xl_grow(xl_engine *e, int slots);
// Before Swift makes C push: are there so many free slots? Lua gives every C function 20, so most calls never ask it.
static inline bool xl_take(xl_engine *e, int slots) {
  if (XL_UNLIKELY(e->room < slots) && !xl_grow(e, slots)) return false;
  e->room -= slots;
  return true;
}

// handles.c
void xl_handles_open(lua_State *L);
static inline uint64_t xl_bits(lua_State *L, int index) { return (uint64_t)(uintptr_t)lua_touserdata(L, index); }
static inline uint32_t xl_kind_of(uint64_t handle) { return (uint32_t)(handle >> 56); }
static inline uint32_t xl_epoch_of(uint64_t handle) { return (uint32_t)(handle >> 32) & 0xFFFFFFu; }
static inline void xl_push_bits(lua_State *L, uint64_t handle) { lua_pushlightuserdata(L, (void *)(uintptr_t)handle); }
void xl_operand(lua_State *L, int index, char *text, size_t room);

// "a moment", "an amount".
static inline const char *xl_article(const char *name) { return strchr("aeiouAEIOU", name[0]) && name[0] ? "an" : "a"; }

// The kind of a handle; NULL where there is none.
static inline xl_kind *xl_kind_at(xl_engine *e, uint64_t h) { return e->kinds[xl_kind_of(h)]; }

// The events of quantities, by name (algebra.c).
extern const luaL_Reg xl_algebra[];
void xl_check_receiver(lua_State *L, uint64_t handle);

// suggest.c
typedef struct xl_suggestion {
  const char *wanted;
  size_t length;
  int distance;
  char best[64];
} xl_suggestion;
void xl_suggest_begin(xl_suggestion *s, const char *wanted, size_t length);
void xl_suggest_offer(xl_suggestion *s, const char *name, size_t length);

// Libraries: each pushes a table or sets base functions in the table on top.
void xl_open_base(lua_State *L);
void xl_open_libraries(lua_State *L);
int xl_push_description(lua_State *L, int index);
int xl_open_string(lua_State *L);
int xl_open_table(lua_State *L);
int xl_open_utf8(lua_State *L);

// buffer.c: a growing buffer whose block is a plain userdata on the Lua stack: no metamethods, nothing to close.
typedef struct xl_buffer {
  lua_State *L;
  xl_engine *e;
  char *bytes;
  size_t length, room;
  int slot;  // stack index reserved for the block
  char first[512];
} xl_buffer;
void xl_buffer_open(lua_State *L, xl_buffer *b);
char *xl_buffer_reserve(xl_buffer *b, size_t more);
void xl_buffer_add(xl_buffer *b, const char *bytes, size_t length);
void xl_buffer_push(xl_buffer *b);
static inline void xl_buffer_byte(xl_buffer *b, char c) {
  if (XL_UNLIKELY(b->length >= b->room)) xl_buffer_reserve(b, 1);
  b->bytes[b->length++] = c;
}

// scan.c
int xl_scan(const char *bytes, size_t length, const char *name, char *message, size_t room);

#endif
