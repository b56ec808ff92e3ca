// The counting allocator.

#include "internal.h"

// While Swift is on the stack (`host > 0`) nothing is refused: a refusal would raise over Swift's frames. What is pushed
// is checked against the host's credit before, and the trampoline raises when Swift has returned. A real failure of
// `realloc` then ends the process, as it does everywhere in Swift.
//
// Shrinking never fails: Lua takes that for granted.
void *xl_allocate(void *ud, void *block, size_t osize, size_t nsize) {
  xl_engine *e = ud;
  if (nsize == 0) {
    if (block) {
      e->used -= osize;
      free(block);
    }
    return NULL;
  }
  size_t old = block ? osize : 0;
  if (nsize > old && !e->host) {
    // `osize` of a new block is the type of object it is for: the longest string is bounded because copying, hashing and
    // reading it as a number cannot be interrupted.
    if (e->used + (nsize - old) > e->limit || (!block && osize == LUA_TSTRING && nsize > e->config.max_string)) {
      xl_note_refusal(e);
      return NULL;
    }
    if (XL_UNLIKELY(e->inject)) {
      e->allocations++;
      if (e->inject_at && (e->inject_onward ? e->allocations >= e->inject_at : e->allocations == e->inject_at)) {
        xl_note_refusal(e);
        return NULL;
      }
    }
  }
  void *result = realloc(block, nsize);
  if (XL_UNLIKELY(!result)) {
    if (nsize <= old) return block;
    if (e->host) abort();
    return NULL;
  }
  e->used += nsize - old;
  if (e->used > e->peak) e->peak = e->used;
  return result;
}

void xl_fail_allocation(xl_engine *e, uint64_t at, bool onward) {
  e->inject = true;
  e->inject_at = at;
  e->inject_onward = onward;
  e->allocations = 0;
}

uint64_t xl_allocations(const xl_engine *e) { return e->allocations; }

size_t xl_memory_used(const xl_engine *e) { return e->used; }
size_t xl_memory_peak(const xl_engine *e) { return e->peak; }

size_t xl_setup_begin(xl_engine *e) {
  e->host++;
  return e->used;
}

void xl_setup_end(xl_engine *e, size_t mark) {
  e->host--;
  // A collection in between may have made it less; the script keeps what it had.
  if (e->used <= mark) return;
  // Within `xl_run_set_up` there is no limit to raise.
  e->limit = e->limit > SIZE_MAX - (e->used - mark) ? SIZE_MAX : e->limit + (e->used - mark);
}

size_t xl_memory_limit(const xl_engine *e) { return e->limit; }

void xl_setup_undo(xl_engine *e, size_t bytes) {
  if (e->limit == SIZE_MAX) return;
  e->limit = e->limit > bytes && e->limit - bytes > e->config.memory ? e->limit - bytes : e->config.memory;
}

_Noreturn void xl_raise_memory(lua_State *L, xl_engine *e) {
  e->frame_count = 0;
  xl_stop(e, XL_KILLED_MEMORY);
  xl_raise_kill(L);
}
