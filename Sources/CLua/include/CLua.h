int xl_placeholder(void);
