// How deep the compiler would go, told token by token.

#ifndef XL_NESTING_H
#define XL_NESTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// As many as `LuaSyntax` takes, and fewer than the 200 at which the library gives up with a message about its own C stack.
enum { XL_MOST_NESTING = 180, XL_MOST_BRACKETS = 2 * XL_MOST_NESTING };

typedef struct xl_level {
  uint8_t kind;
  uint8_t limit;  // of an operand: operators that bind no tighter end it; of a block: what its statement's commas mean
} xl_level;

typedef struct xl_nesting {
  int depth, count;  // entries; those of them for which the compiler recurses
  bool begin;        // the next operand begins an expression
  bool operand;      // the last token completes an operand
  bool in_label, after_label;
  bool fresh;        // a block has been opened, nothing in it has been read
  uint8_t function;  // `function` has been read, its parameters have not
  bool too_deep;
  xl_level levels[XL_MOST_NESTING + XL_MOST_BRACKETS + 4];
} xl_nesting;

void xl_nesting_begin(xl_nesting *n);
// A name, a keyword, an operator or a bracket as it is written; a string or number as `"`.
void xl_nesting_token(xl_nesting *n, const char *token, size_t length);

#endif
