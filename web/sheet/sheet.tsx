import { useView } from '../view/use-view.ts';

export function Sheet() {
  const view = useView();
  return <main>{view?.kind}</main>;
}
