#ifndef CEDIT_H
#define CEDIT_H
// A line editor over libedit without its variadic functions and its global state; editline(3).
#include <stddef.h>

typedef struct xe_editor xe_editor;

/// Asks for what to insert at the cursor: writes a NUL-terminated text of at most `size` bytes (empty for none).
typedef void (*xe_completer)(void *context, const char *line, size_t cursor, char *insert, size_t size);

enum { XE_LINE = 1, XE_END = 0, XE_INTERRUPTED = -1, XE_FAILED = -2 };

/// Opens an editor on the terminal, or returns NULL. Sets LC_CTYPE to a UTF-8 locale: libedit crashes on Chinese without one.
xe_editor *xe_open(const char *program, const char *history_path);
void xe_set_completer(xe_editor *editor, xe_completer completer, void *context);
/// Reads one line without its line end; `*line` belongs to the editor until the next call.
int xe_read(xe_editor *editor, const char *prompt, const char **line);
void xe_remember(xe_editor *editor, const char *entry);
/// Saves the history and restores the terminal.
void xe_close(xe_editor *editor);

/// Routes SIGINT to a pipe and returns its reading end (each signal is one byte), or -1.
int xe_catch_interrupts(void);
/// Whether SIGINT came since the last call.
int xe_take_interrupt(void);

#endif
