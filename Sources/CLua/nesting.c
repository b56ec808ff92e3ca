// How deep the compiler would go. It recurses for each statement inside another and each operand inside another, each further
// target of an assignment and each label after a label, and counts that together. So does this, from the tokens alone.
// What is no Lua may be counted wrongly: the compiler refuses it at its first mistake, and up to there the count is right.

#include "nesting.h"

#include <string.h>

enum { BLOCK, FUNCTION, OPERAND, MORE, BRACKET, PARAMETERS };  // the last two count for nothing by themselves
enum { IN_EXPRESSIONS, IN_NAMES, IN_TARGETS, IN_FURTHER_TARGETS };
enum { NO_FUNCTION, EXPRESSION, STATEMENT };
enum { UNARY = 12 };

static xl_level *top(xl_nesting *n) { return &n->levels[n->depth - 1]; }

static void push(xl_nesting *n, int kind, int limit) {
  if (kind < BRACKET && ++n->count > XL_MOST_NESTING) n->too_deep = true;
  if (n->depth == sizeof n->levels / sizeof *n->levels) n->too_deep = true;
  if (!n->too_deep) n->levels[n->depth++] = (xl_level){(uint8_t)kind, (uint8_t)limit};
}

static void pop(xl_nesting *n) {
  if (n->depth == 1) return;
  if (top(n)->kind < BRACKET) n->count--;
  n->depth--;
}

static void end_expression(xl_nesting *n) {
  while (top(n)->kind == OPERAND) pop(n);
}

static bool is_block(const xl_level *l) { return l->kind <= FUNCTION; }

// The next token begins a statement, or its part after a keyword.
static void statement(xl_nesting *n, int commas, bool begin) {
  while (!is_block(top(n)) && n->depth > 1) pop(n);
  top(n)->limit = (uint8_t)commas;
  n->begin = begin;
  n->operand = n->in_label = n->after_label = false;
  n->function = NO_FUNCTION;
}

// Its level counts from the first token inside.
static void open_block(xl_nesting *n, int kind) {
  n->count--;
  push(n, kind, IN_TARGETS);
  n->begin = n->operand = false;
  n->fresh = true;
}

static void close_block(xl_nesting *n) {
  statement(n, IN_TARGETS, false);
  bool function = top(n)->kind == FUNCTION;
  pop(n);
  if (function)
    n->operand = true;
  else
    statement(n, IN_TARGETS, false);
}

static void operand(xl_nesting *n) {
  if (n->begin) push(n, OPERAND, 0);
  n->begin = false;
}

static void binary(xl_nesting *n, int left, int right) {
  n->operand = false;
  if (top(n)->kind != OPERAND) return;  // `local x <const>`
  while (top(n)->kind == OPERAND && top(n)->limit >= left) pop(n);
  push(n, OPERAND, right);
}

static void unary(xl_nesting *n) {
  operand(n);
  push(n, OPERAND, UNARY);
}

static xl_level *block_below(xl_nesting *n) {
  xl_level *l = top(n);
  while (l > n->levels && l->kind == MORE) l--;
  return l;
}

static void comma(xl_nesting *n) {
  end_expression(n);
  n->operand = false;
  xl_level *below = block_below(n);
  if (!is_block(below)) {
    n->begin = below->kind == BRACKET;
    return;
  }
  n->begin = below->limit == IN_EXPRESSIONS;
  if (below->limit == IN_FURTHER_TARGETS) push(n, MORE, 0);
  if (below->limit == IN_TARGETS) below->limit = IN_FURTHER_TARGETS;
}

static void assign(xl_nesting *n) {
  end_expression(n);
  xl_level *below = block_below(n);
  if (is_block(below)) {
    if (below->limit == IN_FURTHER_TARGETS) push(n, MORE, 0);
    below->limit = IN_EXPRESSIONS;
  }
  n->begin = true;
  n->operand = false;
}

static void open_bracket(xl_nesting *n, char c) {
  if (c == '(' && n->function) {
    push(n, PARAMETERS, n->function);
    n->function = NO_FUNCTION;
    n->begin = n->operand = false;
    return;
  }
  if (!n->operand && c != '[') operand(n);
  push(n, BRACKET, 0);
  n->begin = true;
  n->operand = false;
}

static void close_bracket(xl_nesting *n) {
  end_expression(n);
  xl_level closed = *top(n);
  if (closed.kind < BRACKET) return;
  pop(n);
  n->begin = false;
  n->operand = true;
  if (closed.kind == PARAMETERS) open_block(n, closed.limit == EXPRESSION ? FUNCTION : BLOCK);
}

static void label(xl_nesting *n) {
  if (n->in_label) {
    n->in_label = n->operand = false;
    n->after_label = true;
    return;
  }
  if (!n->after_label) statement(n, IN_TARGETS, false);
  push(n, MORE, 0);
  n->in_label = true;
  n->after_label = false;
}

static void function(xl_nesting *n) {
  if (n->begin || (!n->operand && top(n)->kind == OPERAND)) {
    operand(n);
    n->function = EXPRESSION;
  } else {
    statement(n, IN_NAMES, false);
    n->function = STATEMENT;
  }
}

static void name(xl_nesting *n) {
  if (n->operand && !n->function && !n->in_label) statement(n, IN_TARGETS, false);
  operand(n);
  n->operand = true;
}

enum { PLAIN, NOT, AND, OR, VALUE, RETURN, WHILE, UNTIL, ELSEIF, ELSE, THEN, REPEAT, END, LOCAL, GOTO, BREAK, IN, DEFINE };

static int keyword(const char *token, size_t length) {
  static const struct {
    const char *word;
    int kind;
  } words[] = {{"and", AND}, {"break", BREAK}, {"do", THEN}, {"else", ELSE}, {"elseif", ELSEIF}, {"end", END}, {"false", VALUE},
    {"for", LOCAL}, {"function", DEFINE}, {"goto", GOTO}, {"if", WHILE}, {"in", IN}, {"local", LOCAL}, {"nil", VALUE}, {"not", NOT},
    {"or", OR}, {"repeat", REPEAT}, {"return", RETURN}, {"then", THEN}, {"true", VALUE}, {"until", UNTIL}, {"while", WHILE}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (words[i].word[0] == token[0] && strlen(words[i].word) == length && memcmp(words[i].word, token, length) == 0)
      return words[i].kind;
  return PLAIN;
}

static void word(xl_nesting *n, int kind) {
  switch (kind) {
  case NOT: unary(n); break;
  case AND: binary(n, 2, 2); break;
  case OR: binary(n, 1, 1); break;
  case VALUE:
    operand(n);
    n->operand = true;
    break;
  case RETURN: statement(n, IN_EXPRESSIONS, true); break;
  case WHILE: statement(n, IN_EXPRESSIONS, true); break;
  case LOCAL: statement(n, IN_NAMES, false); break;
  case GOTO: statement(n, IN_NAMES, false); break;
  case BREAK: statement(n, IN_TARGETS, false); break;
  case IN: assign(n); break;
  case END: close_block(n); break;
  case ELSEIF:
  case UNTIL:
    close_block(n);
    statement(n, IN_EXPRESSIONS, true);
    break;
  case ELSE:
    close_block(n);
    open_block(n, BLOCK);
    break;
  case THEN:
  case REPEAT:
    statement(n, IN_TARGETS, false);
    open_block(n, BLOCK);
    break;
  case DEFINE: function(n); break;
  default: name(n);
  }
}

static void symbol(xl_nesting *n, const char *token, size_t length) {
  switch (token[0]) {
  case '"':
    operand(n);
    n->operand = true;
    break;
  case '(': case '{': case '[': open_bracket(n, token[0]); break;
  case ')': case '}': case ']': close_bracket(n); break;
  case ',': comma(n); break;
  case ';':
    end_expression(n);
    if (top(n)->kind == BRACKET)
      comma(n);
    else if (!n->after_label)
      statement(n, IN_TARGETS, false);
    break;
  case '=':
    if (length == 1)
      assign(n);
    else
      binary(n, 3, 3);
    break;
  case '.':
    if (length == 2) {
      binary(n, 9, 8);
    } else {
      if (length == 3) operand(n);
      n->operand = length == 3;
    }
    break;
  case ':':
    n->operand = false;
    if (length == 2) label(n);
    break;
  case '#': unary(n); break;
  case '-':
    if (n->operand)
      binary(n, 10, 10);
    else
      unary(n);
    break;
  case '~':
    if (n->operand)
      binary(n, length == 2 ? 3 : 5, length == 2 ? 3 : 5);
    else
      unary(n);
    break;
  case '+': binary(n, 10, 10); break;
  case '*': case '/': case '%': binary(n, 11, 11); break;
  case '^': binary(n, 14, 13); break;
  case '&': binary(n, 6, 6); break;
  case '|': binary(n, 4, 4); break;
  case '<': case '>':
    if (length == 2 && token[1] == token[0])
      binary(n, 7, 7);
    else
      binary(n, 3, 3);
    break;
  default: break;
  }
}

void xl_nesting_begin(xl_nesting *n) {
  memset(n, 0, sizeof *n);
  n->levels[n->depth++] = (xl_level){BLOCK, IN_TARGETS};
  n->count = 1;
}

void xl_nesting_token(xl_nesting *n, const char *token, size_t length) {
  if (n->too_deep) return;
  bool is_word = (token[0] | 0x20) >= 'a' && (token[0] | 0x20) <= 'z';
  if (token[0] == '_' || (unsigned char)token[0] >= 0x80) is_word = true;
  if (n->after_label && token[0] != ':' && token[0] != ';') statement(n, IN_TARGETS, false);
  int kind = is_word ? keyword(token, length) : PLAIN;
  if (n->fresh) {
    n->fresh = false;
    if (++n->count > XL_MOST_NESTING && kind != END && kind != ELSE && kind != ELSEIF && kind != UNTIL) n->too_deep = true;
  }
  if (is_word)
    word(n, kind);
  else
    symbol(n, token, length);
}
