// Puts both widgets of the site that ?site= names into sandboxed frames.

const site = new URLSearchParams(location.search).get('site');
for (const [title, path] of [
  ['Token lab', 'embed/v1/token-lab/'],
  ['Journey', 'embed/v1/journey/'],
]) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { title, src: site + path, sandbox: 'allow-scripts', width: 700, height: 700 });
  document.body.append(frame);
}
