document.getElementById("root").textContent = "Tickets: adult, child, dog";
