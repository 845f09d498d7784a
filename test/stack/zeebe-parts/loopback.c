/*
 * Preloaded into the broker (LD_PRELOAD): whoever binds every interface gets loopback instead. One of its UDP sockets has
 * no setting for its address, and a test server must not be reachable from outside.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

typedef int (*bind_function)(int, const struct sockaddr *, socklen_t);

static int bind_ipv4(bind_function next, int socket, const struct sockaddr *address, socklen_t length) {
  struct sockaddr_in local;
  memcpy(&local, address, sizeof local);
  if (local.sin_addr.s_addr == htonl(INADDR_ANY)) local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return next(socket, (struct sockaddr *)&local, length);
}

/* ::ffff:127.0.0.1 instead of ::1, because the JVM talks IPv4 through IPv6 sockets. */
static int bind_ipv6(bind_function next, int socket, const struct sockaddr *address, socklen_t length) {
  struct sockaddr_in6 local;
  memcpy(&local, address, sizeof local);
  if (IN6_IS_ADDR_UNSPECIFIED(&local.sin6_addr)) {
    memset(&local.sin6_addr.s6_addr[10], 0xff, 2);
    local.sin6_addr.s6_addr[12] = 127;
    local.sin6_addr.s6_addr[15] = 1;
  }
  return next(socket, (struct sockaddr *)&local, length);
}

int bind(int socket, const struct sockaddr *address, socklen_t length) {
  bind_function next = (bind_function)dlsym(RTLD_NEXT, "bind");
  if (address->sa_family == AF_INET && length >= sizeof(struct sockaddr_in))
    return bind_ipv4(next, socket, address, length);
  if (address->sa_family == AF_INET6 && length >= sizeof(struct sockaddr_in6))
    return bind_ipv6(next, socket, address, length);
  return next(socket, address, length);
}
