int xe_placeholder(void);
