// Tells the thread sanitizer what it cannot see: a Mutex of the toolchain that somebody waits for is locked and unlocked
// inside the library, which is not watched, so that what it guards looks unguarded. Preloaded before the library.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define HANDLE __attribute__((swift_context)) void *handle
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

void __tsan_acquire(void *address);
void __tsan_release(void *address);

SWIFT void lock(uint32_t thread, HANDLE) __asm__(LOCK);
SWIFT void unlock(HANDLE) __asm__(UNLOCK);

SWIFT void lock(uint32_t thread, HANDLE) {
  ((SWIFT void (*)(uint32_t, HANDLE))dlsym(RTLD_NEXT, LOCK))(thread, handle);
  __tsan_acquire(handle);
}

SWIFT void unlock(HANDLE) {
  __tsan_release(handle);
  ((SWIFT void (*)(HANDLE))dlsym(RTLD_NEXT, UNLOCK))(handle);
}
