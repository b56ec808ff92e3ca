// The few uses of OpenSSL's libcrypto: AES-256-GCM, HMAC-SHA-256, SHA-256, random bytes. No primitive is written here.
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdint.h>

enum { xize_key_size = 32, xize_nonce_size = 12, xize_tag_size = 16, xize_digest_size = 32 };

// Writes nonce, ciphertext and tag: `length + 28` bytes. 1 when it succeeded.
static inline int xize_seal(
    const uint8_t *key, const uint8_t *context, int context_length, const uint8_t *plain, int length, uint8_t *out) {
  int count = 0, tail = 0, ok = 0;
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  if (!cipher) return 0;
  ok = RAND_bytes(out, xize_nonce_size) == 1
    && EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, out) == 1
    && EVP_EncryptUpdate(cipher, NULL, &count, context, context_length) == 1
    && EVP_EncryptUpdate(cipher, out + xize_nonce_size, &count, plain, length) == 1
    && EVP_EncryptFinal_ex(cipher, out + xize_nonce_size + count, &tail) == 1
    && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, xize_tag_size, out + xize_nonce_size + length) == 1;
  EVP_CIPHER_CTX_free(cipher);
  return ok;
}

// Reads what xize_seal wrote, `length` bytes in all; writes `length - 28` bytes. 0 for another key, another context or a changed byte.
static inline int xize_open(
    const uint8_t *key, const uint8_t *context, int context_length, const uint8_t *sealed, int length, uint8_t *out) {
  int count = 0, tail = 0, ok = 0, body = length - xize_nonce_size - xize_tag_size;
  if (body < 0) return 0;
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  if (!cipher) return 0;
  ok = EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, sealed) == 1
    && EVP_DecryptUpdate(cipher, NULL, &count, context, context_length) == 1
    && EVP_DecryptUpdate(cipher, out, &count, sealed + xize_nonce_size, body) == 1
    && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, xize_tag_size, (void *)(sealed + xize_nonce_size + body)) == 1
    && EVP_DecryptFinal_ex(cipher, out + count, &tail) == 1;
  EVP_CIPHER_CTX_free(cipher);
  return ok;
}

static inline int xize_hmac(const uint8_t *key, const uint8_t *text, int length, uint8_t *out) {
  unsigned int size = 0;
  return HMAC(EVP_sha256(), key, xize_key_size, text, (size_t)length, out, &size) != NULL && size == xize_digest_size;
}

static inline int xize_sha256(const uint8_t *text, size_t length, uint8_t *out) {
  unsigned int size = 0;
  return EVP_Digest(text, length, out, &size, EVP_sha256(), NULL) == 1 && size == xize_digest_size;
}

static inline int xize_random(uint8_t *out, int count) { return RAND_bytes(out, count) == 1; }
