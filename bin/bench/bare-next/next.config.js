/** A Next application with nothing in it but a page and a list: what the framework itself costs. */
export default { poweredByHeader: false, images: { unoptimized: true } };
