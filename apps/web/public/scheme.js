// Before the first paint: the scheme that was chosen, else the system's.
(function () {
  var chosen;
  try {
    chosen = localStorage.getItem('scheme');
  } catch {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
