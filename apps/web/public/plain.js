location.replace(location.pathname + '?plain'); // a browser too old for the rest of the page
