// Imported by the service worker: shows what the hub says, and leads there.
/* global self, clients */
self.addEventListener('push', event => {
  const { title, body, path, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/icon.svg', badge: '/icon.svg', data: { path } }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const address = new URL(event.notification.data.path, self.location.origin).href;
  event.waitUntil(
    clients.matchAll({ type: 'window' }).then(windows => {
      const here = windows.find(one => one.url === address);
      return here ? here.focus() : clients.openWindow(address);
    }),
  );
});
