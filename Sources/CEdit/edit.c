#define _GNU_SOURCE
#include "CEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct xe_editor {
  EditLine *edit;
  History *history;
  char *history_path;
  const char *prompt;
  char *line;
  xe_completer completer;
  void *context;
};

static volatile sig_atomic_t interrupted;
static int pipe_ends[2] = {-1, -1};

static char *prompt_of(EditLine *edit) {
  xe_editor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return (char *)(editor && editor->prompt ? editor->prompt : "");
}

static unsigned char complete(EditLine *edit, int key) {
  (void)key;
  xe_editor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  const LineInfo *info = el_line(edit);
  if (!editor || !editor->completer || !info) return CC_ERROR;
  size_t length = (size_t)(info->lastchar - info->buffer), cursor = (size_t)(info->cursor - info->buffer);
  char *line = malloc(length + 1), insert[512] = "";
  if (!line) return CC_ERROR;
  memcpy(line, info->buffer, length);
  line[length] = 0;
  editor->completer(editor->context, line, cursor, insert, sizeof insert);
  free(line);
  if (insert[0] == 0) return CC_REDISPLAY;
  return el_insertstr(edit, insert) == 0 ? CC_REFRESH : CC_ERROR;
}

xe_editor *xe_open(const char *program, const char *history_path) {
  if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "C.utf8")) return NULL;
  xe_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->edit = el_init(program, stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->edit || !editor->history) {
    xe_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 1000);
  history(editor->history, &event, H_SETUNIQUE, 1);
  if (history_path) {
    editor->history_path = strdup(history_path);
    history(editor->history, &event, H_LOAD, history_path);
  }
  el_set(editor->edit, EL_CLIENTDATA, editor);
  el_set(editor->edit, EL_PROMPT, prompt_of);
  el_set(editor->edit, EL_EDITOR, "emacs");
  el_set(editor->edit, EL_HIST, history, editor->history);
  // libedit restores the terminal before our own handler of SIGINT sees the signal.
  el_set(editor->edit, EL_SIGNAL, 1);
  el_set(editor->edit, EL_ADDFN, "xize-complete", "complete a name", complete);
  el_set(editor->edit, EL_BIND, "\t", "xize-complete", NULL);
  el_set(editor->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return editor;
}

void xe_set_completer(xe_editor *editor, xe_completer completer, void *context) {
  editor->completer = completer;
  editor->context = context;
}

int xe_read(xe_editor *editor, const char *prompt, const char **line) {
  editor->prompt = prompt;
  free(editor->line);
  editor->line = NULL;
  interrupted = 0;
  errno = 0;
  int count = 0;
  const char *text = el_gets(editor->edit, &count);
  if (!text || count <= 0) {
    if (interrupted || errno == EINTR) {
      interrupted = 0;
      el_set(editor->edit, EL_PREP_TERM, 1);
      el_set(editor->edit, EL_PREP_TERM, 0);
      return XE_INTERRUPTED;
    }
    return text || count == 0 ? XE_END : XE_FAILED;
  }
  size_t length = (size_t)count;
  while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) length--;
  editor->line = strndup(text, length);
  if (!editor->line) return XE_FAILED;
  *line = editor->line;
  return XE_LINE;
}

void xe_remember(xe_editor *editor, const char *entry) {
  HistEvent event;
  if (entry[0]) history(editor->history, &event, H_ENTER, entry);
}

void xe_close(xe_editor *editor) {
  if (!editor) return;
  if (editor->history) {
    HistEvent event;
    if (editor->history_path) history(editor->history, &event, H_SAVE, editor->history_path);
    history_end(editor->history);
  }
  if (editor->edit) el_end(editor->edit);
  free(editor->history_path);
  free(editor->line);
  free(editor);
}

static void on_interrupt(int signal) {
  (void)signal;
  int saved = errno;
  interrupted = 1;
  if (pipe_ends[1] >= 0 && write(pipe_ends[1], "!", 1) < 0) { /* a full pipe already says enough */ }
  errno = saved;
}

int xe_catch_interrupts(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC) != 0) return -1;
  fcntl(pipe_ends[1], F_SETFL, O_NONBLOCK);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_interrupt;  // without SA_RESTART: a read at the prompt shall end
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGINT, &action, NULL) != 0) return -1;
  // A parent that blocks signals in its own threads hands that on.
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &interrupt, NULL);
  return pipe_ends[0];
}

int xe_take_interrupt(void) {
  int was = interrupted;
  interrupted = 0;
  return was;
}
