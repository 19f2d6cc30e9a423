export default function HomePage() {
  return <main>Exitdesk</main>;
}
