// Stopping a run from outside, at no cost to a run that is not stopped.
//
// A timer of the kernel signals the very thread that runs the script; the handler arms `lua_sethook`, and the hook raises
// at the next instruction. One signal can be lost between two machine instructions of the interpreter (it loads its "trap"
// flag, then stores it back), so the signal comes again, one millisecond after the last handler has finished, until the run
// has ended. C functions that can loop look at `kill` themselves.

#include "internal.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

static _Thread_local xl_engine *current __attribute__((tls_model("initial-exec")));
// The engine whose run this thread has handed to another one, for which it waits (see `xl_run`).
static _Thread_local xl_engine *delegated __attribute__((tls_model("initial-exec")));
static int kill_signal;  // chosen once for the process

// ThreadSanitizer delivers a signal only when the thread next waits for something, which a script never does: there every
// engine polls.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define XL_WITHOUT_SIGNAL 1
#endif
#endif
#ifndef XL_WITHOUT_SIGNAL
#define XL_WITHOUT_SIGNAL 0
#endif

static const int64_t second = 1000000000, again = 1000000;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * second + t.tv_nsec;
}

static void arm(timer_t timer, int64_t nanoseconds) {
  if (nanoseconds < 1000) nanoseconds = 1000;
  struct itimerspec spec = {{0, 0}, {nanoseconds / second, nanoseconds % second}};
  timer_settime(timer, 0, &spec, NULL);
}

_Noreturn void xl_raise_kill(lua_State *L) {
  // The text is interned and anchored: nothing is allocated.
  lua_pushliteral(L, XL_KILL_TEXT);
  lua_error(L);
  abort();
}

static void kill_hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  if (xl_of(L)->kill) xl_raise_kill(L);
}

void xl_stop(xl_engine *e, int reason) {
  if (!e->kill) e->kill = reason;
  e->attention = 1;
}

static void look(xl_engine *e) {
  // What runs inside another engine's host function ends when the outer run does.
  for (xl_engine *o = e->outer; o && !e->kill; o = o->outer) {
    if (!o->kill && atomic_load_explicit(&o->canceller->requested, memory_order_relaxed)) xl_stop(o, XL_KILLED_CANCEL);
    if (!o->kill && o->deadline && now() >= o->deadline) xl_stop(o, XL_KILLED_TIME);
    if (o->kill) xl_stop(e, o->kill);
  }
  if (e->kill) return;
  if (atomic_load_explicit(&e->canceller->requested, memory_order_relaxed))
    xl_stop(e, XL_KILLED_CANCEL);
  else if (e->deadline && now() >= e->deadline)
    xl_stop(e, XL_KILLED_TIME);
}

void xl_attend(lua_State *L, xl_engine *e) {
  if (!e->kill && (++e->polls & 63) == 0) look(e);
  if (e->kill) xl_raise_kill(L);
}

// For embedders who cannot spare a signal, and for systems without timers that name a thread.
static void polling_hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  xl_engine *e = xl_of(L);
  look(e);
  if (e->kill) xl_raise_kill(L);
}

static void poke(xl_canceller *c) {
  atomic_fetch_add(&c->users, 1);
  if (atomic_load(&c->armed)) arm(c->timer, 1000);
  atomic_fetch_sub(&c->users, 1);
}

xl_engine *xl_current(void) { return current; }
void xl_set_current(xl_engine *e) { current = e; }
void xl_delegate(xl_engine *e) {
  delegated = e;
  atomic_signal_fence(memory_order_seq_cst);
}

// Runs in a signal handler: only `clock_gettime`, `timer_settime`, atomics and `lua_sethook` (as `lua.c` does for Ctrl-C).
static void on_signal(int number, siginfo_t *info, void *context) {
  (void)number, (void)info, (void)context;
  int saved = errno;
  // An engine that runs inside another one's host function stops when the outer one does.
  xl_engine *inner = current;
  xl_engine *stopped = NULL;
  for (xl_engine *e = inner; e; e = e->outer) {
    look(e);
    if (e->kill) stopped = e;
  }
  for (xl_engine *e = inner; stopped && e != stopped; e = e->outer)
    xl_stop(e, stopped->kill);
  for (xl_engine *e = inner; e; e = e->outer) {
    if (e->kill) {
      lua_sethook(e->L, kill_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
      if (e->timer_thread) arm(e->canceller->timer, again);
    } else if (e->deadline && e->timer_thread) {
      // A signal that was not ours, or a timer a little early.
      int64_t left = e->deadline - now();
      arm(e->canceller->timer, left > 0 ? left : 1);
    }
  }
  if (inner && inner->kill && delegated) {
    xl_stop(delegated, inner->kill);
    poke(delegated->canceller);
  }
  errno = saved;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

// The first real-time signal from the end that nobody in the program uses.
static void choose_signal(void) {
  for (int number = SIGRTMAX - 2; number > SIGRTMIN + 2; number--) {
    struct sigaction old;
    if (sigaction(number, NULL, &old) != 0) continue;
    if ((old.sa_flags & SA_SIGINFO) ? old.sa_sigaction != NULL : old.sa_handler != SIG_DFL) continue;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, &action, NULL) == 0) {
      kill_signal = number;
      return;
    }
  }
}

int xl_kill_setup(xl_engine *e) {
  e->canceller = calloc(1, sizeof *e->canceller);
  if (!e->canceller) return 0;
  atomic_store(&e->canceller->references, 1);
  if (!e->config.polling && !XL_WITHOUT_SIGNAL) pthread_once(&once, choose_signal);
  return 1;
}

// (A child process has none of its parent's timers, and their numbers are those of its own.)
static void drop_timer(xl_engine *e) {
  if (e->timer_thread && e->timer_process == (int)getpid()) timer_delete(e->canceller->timer);
  e->timer_thread = 0;
}

// Waits for threads that are inside `xl_cancel`; they leave at once.
static void quiet(xl_canceller *c) {
  atomic_store(&c->armed, 0);
  while (atomic_load(&c->users)) {
  }
}

void xl_kill_teardown(xl_engine *e) {
  if (!e->canceller) return;
  quiet(e->canceller);
  drop_timer(e);
  xl_canceller_release(e->canceller);
  e->canceller = NULL;
}

// A timer made on a thread that is gone never fires, though a new thread may have its number.
static _Thread_local uint64_t serial;
static atomic_uint_fast64_t serials;

// The timer names a thread, so it is made anew when the engine has moved to another one (or into a child process).
static bool own_timer(xl_engine *e) {
  if (!kill_signal) return false;
  int thread = (int)syscall(SYS_gettid);
  if (!serial) serial = atomic_fetch_add(&serials, 1) + 1;
  if (e->timer_thread == thread && e->timer_owner == serial) return true;
  drop_timer(e);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = kill_signal;
  event.sigev_notify_thread_id = thread;
  if (timer_create(CLOCK_MONOTONIC, &event, &e->canceller->timer) != 0) return false;
  e->timer_thread = thread;
  e->timer_process = (int)getpid();
  e->timer_owner = serial;
  return true;
}

void xl_run_begin(xl_engine *e) {
  e->kill = 0;
  e->attention = 0;
  e->output_used = 0;
  e->mask_changed = false;
  atomic_store(&e->canceller->requested, 0);
  e->deadline = e->config.time ? now() + e->config.time : 0;
  if (e->deadline < 0) e->deadline = 0;
  e->outer = current;
  e->polling = e->config.polling > 0 || (e->outer && e->outer->polling) || !own_timer(e);
  if (e->polling) {
    e->attention = 1;
    int every = e->config.polling > 0 ? e->config.polling : 1000;
    lua_sethook(e->main, polling_hook, LUA_MASKCOUNT, every);
    atomic_signal_fence(memory_order_seq_cst);
    current = e;
    return;
  }
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, kill_signal);
  if (pthread_sigmask(SIG_UNBLOCK, &set, &e->saved_mask) == 0) e->mask_changed = sigismember(&e->saved_mask, kill_signal) == 1;
  atomic_signal_fence(memory_order_seq_cst);
  current = e;
  atomic_signal_fence(memory_order_seq_cst);
  atomic_store(&e->canceller->armed, 1);
  if (e->deadline) arm(e->canceller->timer, e->config.time);
}

void xl_run_end(xl_engine *e) {
  if (atomic_load(&e->canceller->armed)) {
    quiet(e->canceller);
    struct itimerspec none = {{0, 0}, {0, 0}};
    if (e->deadline || e->kill || atomic_load(&e->canceller->requested)) timer_settime(e->canceller->timer, 0, &none, NULL);
  }
  current = e->outer;
  atomic_signal_fence(memory_order_seq_cst);
  // From here no handler touches this engine's state.
  lua_sethook(e->main, NULL, 0, 0);
  if (e->mask_changed) pthread_sigmask(SIG_SETMASK, &e->saved_mask, NULL);
}

int32_t xl_kill_reason(const xl_engine *e) { return (int32_t)e->kill; }

xl_canceller *xl_canceller_of(xl_engine *e) {
  xl_canceller_retain(e->canceller);
  return e->canceller;
}

void xl_canceller_retain(xl_canceller *c) { atomic_fetch_add(&c->references, 1); }

void xl_canceller_release(xl_canceller *c) {
  if (atomic_fetch_sub(&c->references, 1) == 1) free(c);
}

// Callable from any thread and from a signal handler. Without a run under way it does nothing.
void xl_cancel(xl_canceller *c) {
  atomic_store(&c->requested, 1);
  poke(c);
}
