// ThreadSanitizer keeps a stack of its own of the functions a thread is in. It knows `longjmp`, which leaves many at once, but
// not the checked one that Debian's library of Lua calls: each error would leave frames behind until they run over the end.

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#include <setjmp.h>

__attribute__((noreturn)) void __longjmp_chk(jmp_buf target, int value) { longjmp(target, value); }
#endif
#endif
