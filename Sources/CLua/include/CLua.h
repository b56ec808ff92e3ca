// The whole border between Swift and Lua.
//
// Lua reports an error by `longjmp`; over a Swift frame that is undefined behaviour. So no Swift file sees `lua.h`, and
// every function below is of one of two kinds:
//
//   cannot raise   it uses only Lua API calls that never raise; while it runs the allocator does not refuse
//                  (the host's credit is checked before), so that pushing a string needs no protection;
//   protected      it runs what can raise under `lua_pcall` and returns a status.
//
// A callback into Swift returns a number; the trampoline raises after Swift has returned. A test compares the list of
// functions declared here with an allow-list.

#ifndef CLUA_H
#define CLUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct xl_engine xl_engine;
typedef struct xl_host xl_host;
typedef struct xl_canceller xl_canceller;

// What a Lua value is, as Swift sees it.
enum {
  XL_NIL = 0,
  XL_BOOLEAN = 1,
  XL_INTEGER = 2,
  XL_NUMBER = 3,
  XL_STRING = 4,
  XL_TABLE = 5,
  XL_FUNCTION = 6,
  XL_HANDLE = 7,
  XL_OTHER = 8,
};

// One value read from the stack. `bytes` points into Lua's own memory and lives while the value is on the stack.
typedef struct xl_value {
  int32_t type;
  int64_t integer;  // also: boolean (0, 1), handle (bit pattern)
  double number;
  const char *bytes;
  size_t length;
} xl_value;

// Why a run was stopped for good. No `pcall` catches these.
enum {
  XL_RUNNING = 0,
  XL_KILLED_TIME = 1,
  XL_KILLED_CANCEL = 2,
  XL_KILLED_MEMORY = 3,
};

// The outcome of a protected function.
enum {
  XL_OK = 0,
  XL_ERROR_RUNTIME = 1,
  XL_ERROR_SYNTAX = 2,
  XL_ERROR_TIME = 3,
  XL_ERROR_CANCEL = 4,
  XL_ERROR_MEMORY = 5,
  XL_ERROR_STACK = 6,    // no room on the Lua stack; nothing was run
  XL_ERROR_REFUSED = 7,  // the scanner refused the source
};

// An argument in two registers: its value, and whether it is one.
typedef struct xl_integer {
  int64_t value;
  bool found;
} xl_integer;
typedef struct xl_number {
  double value;
  bool found;
} xl_number;
typedef struct xl_handle {
  uint64_t bits;
  bool found;
} xl_handle;

// One call from Lua into Swift. It lives on the trampoline's frame.
typedef struct xl_call {
  xl_engine *engine;
  xl_host *host;
  uint64_t receiver;  // the handle that a method was called on, or 0
  int32_t base;       // stack index before the first argument
  int32_t results;    // values pushed as results so far; nothing else stays above the arguments
} xl_call;

// Returns the number of results on top of the stack, or -1 after `xl_call_fail`.
typedef int32_t (*xl_host_fn)(void *context, xl_call *call);

// Asked once, when a field is touched for the first time: calls one of `xl_field_…`, or returns -1 after `xl_call_fail`.
typedef int32_t (*xl_resolve_fn)(void *context, xl_call *call, uint32_t kind, uint32_t member);

// Receives what `print` writes.
typedef void (*xl_print_fn)(void *context, const char *bytes, size_t length);

typedef struct xl_config {
  size_t memory;        // bytes a script may hold
  size_t host_credit;   // bytes a host function may go beyond that while it runs
  size_t max_string;    // bytes of the longest string
  int64_t time;         // nanoseconds a run may take, 0: no limit
  size_t output;        // bytes `print` may write in a run
  int32_t unrestricted; // every standard library, none replaced
  int32_t polling;      // instructions between two looks at the clock; 0: the timer and signal
  size_t stack;         // bytes of C stack that a run needs to stay on its caller's thread
  xl_resolve_fn resolve;
  xl_print_fn print;
  void *context;
} xl_config;

// MARK: Life

// Protected. NULL when memory is out.
xl_engine *xl_engine_new(const xl_config *config);
void xl_engine_free(xl_engine *engine);

size_t xl_memory_used(const xl_engine *engine);
size_t xl_memory_peak(const xl_engine *engine);
bool xl_in_run(const xl_engine *engine);
int32_t xl_kill_reason(const xl_engine *engine);
// A full collection. Cannot raise: there are no finalisers, and the allocator does not refuse meanwhile.
void xl_collect(xl_engine *engine);
// What is made between these two does not count against the script's memory.
size_t xl_setup_begin(xl_engine *engine);
void xl_setup_end(xl_engine *engine, size_t mark);
size_t xl_memory_limit(const xl_engine *engine);
// What was set up is gone: the limit goes back by what it had been raised.
void xl_setup_undo(xl_engine *engine, size_t bytes);
void xl_set_time(xl_engine *engine, int64_t nanoseconds);

// MARK: Cancelling, from any thread and from signal handlers

xl_canceller *xl_canceller_of(xl_engine *engine);  // retained
void xl_canceller_retain(xl_canceller *canceller);
void xl_canceller_release(xl_canceller *canceller);
void xl_cancel(xl_canceller *canceller);

// MARK: The stack (cannot raise)

int32_t xl_top(xl_engine *engine);
void xl_set_top(xl_engine *engine, int32_t top);
bool xl_reserve(xl_engine *engine, int32_t slots);

void xl_read(xl_engine *engine, int32_t index, xl_value *value);

bool xl_push_nil(xl_engine *engine);
bool xl_push_boolean(xl_engine *engine, bool value);
bool xl_push_integer(xl_engine *engine, int64_t value);
bool xl_push_number(xl_engine *engine, double value);
bool xl_push_string(xl_engine *engine, const char *bytes, size_t length);
bool xl_push_handle(xl_engine *engine, uint64_t handle);
bool xl_push_reference(xl_engine *engine, int32_t reference);
bool xl_push_copy(xl_engine *engine, int32_t index);
// A function of Swift's; pops `bound` values, which it receives before its arguments.
bool xl_push_host(xl_engine *engine, xl_host *host, int32_t bound);
// A new table. Size hints are clamped: one near INT_MAX would raise.
bool xl_push_table(xl_engine *engine, size_t array, size_t keyed);
// Pops value and key into the table at `index`; false when the key is nil or NaN (both are popped).
bool xl_table_set(xl_engine *engine, int32_t index);
// Pops a value into the table's sequence.
bool xl_table_set_index(xl_engine *engine, int32_t index, int64_t position);
bool xl_table_get_index(xl_engine *engine, int32_t index, int64_t position);
// Pushes the value under a string key, or nil.
bool xl_table_get_field(xl_engine *engine, int32_t index, const char *bytes, size_t length);
size_t xl_table_length(xl_engine *engine, int32_t index);
// Replaces the key on top by the next key and its value, for which room must have been reserved. The key must have come from
// here (or be nil) unchanged.
bool xl_table_next(xl_engine *engine, int32_t index);
const void *xl_identity(xl_engine *engine, int32_t index);

// Pops a value into the registry. 0 when there is no room.
int32_t xl_reference(xl_engine *engine);
void xl_release(xl_engine *engine, int32_t reference);

// MARK: Code (protected)

// A new environment; its reference, 0 when memory is out. `trusted` environments see a table `host`.
int32_t xl_environment_new(xl_engine *engine, bool trusted);
// Pops a value and sets it as a global of the environment.
int32_t xl_environment_set(xl_engine *engine, int32_t environment, const char *bytes, size_t length);
// Makes the fields of the table on top of the stack globals of every later environment; pops it.
int32_t xl_environment_export(xl_engine *engine);
// Names of the globals, as a sequence, pushed.
int32_t xl_environment_names(xl_engine *engine, int32_t environment);
// Compiles text and pushes the function.
int32_t xl_load(xl_engine *engine, int32_t environment, const char *bytes, size_t length, const char *name);
// Calls the function below its `arguments`; results replace them. On an error nothing is left, see `xl_error_…`.
int32_t xl_run(xl_engine *engine, int32_t arguments);
// As `xl_run` without arguments, for code of the host's own: what it holds in the end does not count against the script's
// memory.
int32_t xl_run_set_up(xl_engine *engine);
// As `tostring`, pushed.
int32_t xl_describe(xl_engine *engine, int32_t index);

// The last error.
typedef struct xl_frame {
  char source[64];
  char name[64];
  int32_t line;
} xl_frame;

const char *xl_error_message(const xl_engine *engine, size_t *length);
const char *xl_error_code(const xl_engine *engine, size_t *length);
int32_t xl_error_frames(const xl_engine *engine, const xl_frame **frames);

// MARK: Host functions

// NULL when memory is out. `receiver` is the kind a method belongs to, 0 for a function.
xl_host *xl_host_new(xl_engine *engine, const char *name, uint32_t receiver, xl_host_fn function, void *context);
const char *xl_host_name(const xl_host *host);
// Another context from the next call on.
void xl_host_rebind(xl_host *host, void *context);

int32_t xl_call_count(const xl_call *call);
// `index` counts from 1.
void xl_call_read(const xl_call *call, int32_t index, xl_value *value);
int32_t xl_call_type(const xl_call *call, int32_t index);
xl_integer xl_call_integer(const xl_call *call, int32_t index);
xl_number xl_call_number(const xl_call *call, int32_t index);
xl_handle xl_call_handle(const xl_call *call, int32_t index);
int32_t xl_call_slot(const xl_call *call, int32_t index);
// Text for "expected a number, found …"; at most `room` bytes with the final zero.
void xl_call_found(const xl_call *call, int32_t index, char *text, size_t room);
// Each pushes one result.
bool xl_return_integer(xl_call *call, int64_t value);
bool xl_return_number(xl_call *call, double value);
bool xl_return_boolean(xl_call *call, bool value);
bool xl_return_handle(xl_call *call, uint64_t handle);
// Pushes the message; the trampoline raises it. With `position`, the script's file and line come before it.
void xl_call_fail(xl_call *call, const char *bytes, size_t length, bool position);

// MARK: Handles

enum { XL_RECORD = 1, XL_QUANTITY = 2, XL_OBJECT = 3 };
enum { XL_COMPARED = 1, XL_LINEAR = 2, XL_AFFINE = 3 };

// The new kind's number 1…255, 0 when there is no room. `names` of members are at most 40 bytes.
uint32_t xl_kind_new(xl_engine *engine, const char *name, uint32_t flavour, uint32_t members);
void xl_kind_rows(xl_engine *engine, uint32_t kind, uint32_t rows, uint32_t epoch);
void xl_kind_algebra(xl_engine *engine, uint32_t kind, uint32_t algebra, uint32_t difference);
enum { XL_ON_DESCRIBE = 0, XL_ON_CALL = 1, XL_ON_LENGTH = 2, XL_ON_MEMBER = 3, XL_ON_COUNT = 4 };
void xl_kind_on(xl_engine *engine, uint32_t kind, uint32_t event, xl_host *host);
const char *xl_kind_name(const xl_engine *engine, uint32_t kind);
uint32_t xl_kind_epoch(const xl_engine *engine, uint32_t kind);
uint32_t xl_kind_row_count(const xl_engine *engine, uint32_t kind);

// Members must be unlike in name; each returns false when there is no room.
bool xl_member_field(xl_engine *engine, uint32_t kind, uint32_t member, const char *name);
bool xl_member_method(xl_engine *engine, uint32_t kind, uint32_t member, const char *name, xl_host *host);
bool xl_member_computed(xl_engine *engine, uint32_t kind, uint32_t member, const char *name, xl_host *host);
// Forgets what was resolved.
void xl_kind_reset(xl_engine *engine, uint32_t kind);

void xl_field_int64(xl_engine *engine, uint32_t kind, uint32_t member, const int64_t *values, uint32_t quantity);
void xl_field_int32(xl_engine *engine, uint32_t kind, uint32_t member, const int32_t *values, uint32_t quantity);
void xl_field_bits(
  xl_engine *engine, uint32_t kind, uint32_t member, const uint64_t *values, const uint64_t *known);
void xl_field_text(
  xl_engine *engine, uint32_t kind, uint32_t member, const uint32_t *codes, uint32_t dictionary);
void xl_field_reference(
  xl_engine *engine, uint32_t kind, uint32_t member, const uint32_t *rows, uint32_t target);
void xl_field_computed(xl_engine *engine, uint32_t kind, uint32_t member, xl_host *host);

// A dictionary of texts, interned into Lua one by one when they are first seen. Text `i` is bytes[offsets[i]..<offsets[i+1]].
// 0 when there is no room.
uint32_t xl_dictionary_new(xl_engine *engine, const char *bytes, const uint32_t *offsets, uint32_t count);
void xl_dictionary_update(
  xl_engine *engine, uint32_t dictionary, const char *bytes, const uint32_t *offsets, uint32_t count);

bool xl_quantity_make(uint32_t kind, int64_t value, uint64_t *handle);
int64_t xl_quantity_value(uint64_t handle);
uint64_t xl_row_make(const xl_engine *engine, uint32_t kind, uint32_t row);

// Results for a generic `for`: pushes three values. The rows are copied into Lua's own memory.
bool xl_push_range(xl_engine *engine, uint32_t kind, uint32_t count);
bool xl_push_rows(xl_engine *engine, uint32_t kind, const uint32_t *rows, size_t count);
bool xl_push_bitmap(xl_engine *engine, uint32_t kind, const uint64_t *words, size_t rows);

// MARK: Tests

// Pushes a sequence of lines "path: type" of everything reachable from an environment. Protected.
int32_t xl_reachable(xl_engine *engine, int32_t environment);

// Puts the bounded functions over the library's own in an unrestricted engine. Protected.
int32_t xl_overlay(xl_engine *engine);

// The allocation number `at` (from now, 1 is the next) fails; with `onward` also all after it. 0: none.
void xl_fail_allocation(xl_engine *engine, uint64_t at, bool onward);
// Since the last call of `xl_fail_allocation`.
uint64_t xl_allocations(const xl_engine *engine);

// MARK: Benchmarks: the same in plain C, without any of the above (protected)

// Pushes a table of C functions; gives numbers an `__index` that does nothing.
int32_t xl_plain_open(xl_engine *engine);
// A state with all libraries is made, runs the source (NULL: none) without limits, and is closed. False when it failed.
bool xl_plain_run(const char *source);

#endif
