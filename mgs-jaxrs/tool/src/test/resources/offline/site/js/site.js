const teas = ['龙井', 'Assam', 'Rooibos'];
const menu = document.getElementById('menu');
for (const tea of teas) {
  const item = document.createElement('li');
  item.textContent = tea;
  menu.append(item);
}
