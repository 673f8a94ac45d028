// Includes the loader of the site that ?site= names. Other pages write its address into their HTML.

const loader = document.createElement('script');
loader.src = `${new URLSearchParams(location.search).get('site')}embed/v1/embed.js`;
document.head.append(loader);
